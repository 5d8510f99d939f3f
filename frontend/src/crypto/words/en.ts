/** English words for suggested passphrases: everyday, calm, easy to spell. Chosen by hand; the order has no meaning. */
export const WORDS = `
acorn actor agent album alley almond amber anchor angle ankle answer apple apron arch arena armor arrow artist aspen
atlas attic aunt autumn avenue award bacon badge bagel baker ballet bamboo banana band banjo banner barber bark barley
barn barrel basil basin basket bath bay beach beacon bead beagle bean bear beaver bed bee beech beet bell belt bench
berry bike birch bird biscuit bison blanket blazer block bloom blossom blue board boat bobbin bonnet book boot border
bottle boulder bowl box bracket braid branch brass bread breeze brick bridge brook broom broth brother brown brush
bubble bucket buckle bud buffalo bugle builder bulb bundle bunny burrow bus bush butter button cabbage cabin cable
cactus cake calf camel camera camp canal candle canoe canvas canyon cap cape captain caramel card cargo carp carpet
carrot cart carton castle cat catalog cave cedar celery cellar cello cement center chain chair chalk channel chapel
chapter charm chart cheese chef cherry chess chest chicken chimney chorus cider cinema circle circus citrus city clam
clay clerk cliff clock cloth cloud clover coach coast coat cobble cocoa coconut cod coffee coin collar college color
column comb comet comma compass concert copper coral cord cork corn corner cottage cotton couch cousin cow coyote crab
cradle crane crater crayon cream creek crest cricket crocus crow crown crumb crystal cube cuckoo cup cupboard curl
currant current curtain curve cushion custard cycle cymbal cypress dahlia dairy daisy dance dancer date dawn day deck
deer delta denim desert desk dew diagram dial diamond diary dinner dish diver dock doctor dog dollar dolphin dome
domino donkey door dot dough dove dragon drawer drawing dream dress drift drum duck dune dusk eagle ear earth east
easel echo eel egg elbow elder elephant elk elm ember emerald emu energy engine envelope equal estuary evening exit
fabric fair falcon family fan farm farmer feast feather fence fennel fern ferry fiddle field fig figure film finch
finger fir fish flag flame flannel flask flax fleece flint float flock floor flour flower flute foam fog folder forest
fork fort forum fossil fountain fox frame freckle freight fridge friend frog frost fruit fudge funnel gallery galley
garage garden garland garlic garnet gate gazelle gecko gem gentle giant gift ginger giraffe glacier glass globe glove
glow goat gold goose gorge gourd grain granite grape grass gravel gravy green grid grocer grove guide guitar gull gust
gym hail hall hammer hammock hamper hand harbour hare harp harvest hat hatch haven hawk hay hazel heath hedge helmet
hen herb heron hill hinge hippo hive hobby hockey holly home honey hood hoof hoop horizon horn horse hotel hour house
hull hundred ice icicle igloo inch index indigo ink inlet inn iris island ivory ivy jacket jade jaguar jam jar jasmine
jeans jelly jersey jewel jigsaw jockey journal journey judge jug juice jumper jungle juniper kangaroo kayak keeper
kelp kennel kernel kettle key keyboard kiosk kitchen kite kitten kiwi knee knight knot koala label lace ladder lady
lagoon lake lamb lamp land lantern lapel larch lark lasso lattice laurel lavender lawn layer leaf leather lemon lentil
leopard lesson letter lettuce level lever library lichen lid light lilac lily lime line linen lion lizard llama lobby
lobster locket log loom loop lotus lounge lumber lunch lynx lyric macaw machine magnet magpie maize mallard mango
mantel maple marble march margin marigold market marsh marten mast mat matrix meadow medal melody melon menu mermaid
metal meteor metro middle milk mill mimosa mineral minnow mint minute mirror mist mitten model mole moment monkey
month moon moor moose morning mosaic moss moth motor mountain mouse mouth muffin mug mulberry mule museum mushroom
music mussel mustard napkin narwhal nature navy nectar needle neighbor nephew nest nettle newt nickel niece night
noodle noon north notebook novel number nut nutmeg oak oar oasis oat oboe ocean octagon octopus office olive omelet
onion opal opera orange orbit orchard orchid organ origami oriole osprey ostrich otter oval oven owl oxygen oyster
paddle page paint palace palette palm pan panda panel pansy panther paper papaya parade parcel park parrot parsley
parsnip partner pass pasta pastry pasture patch path patio pattern pea peach peacock peak peanut pear pearl pebble
pecan pedal pelican pen pencil penguin pepper perch piano pickle picnic picture pie pier pigeon pillow pilot pine
pineapple pink pipe pixel pizza place plain planet plank plant plate platform plaza plum plume pocket poem poet polar
polka pond pony poplar poppy porch porridge port poster postman pot potato pottery prairie present pretzel primrose
prism problem program pudding puffin pulley pump pumpkin puppet puppy purple purse puzzle pyramid quail quarry quarter
quartz queen quiet quill quilt quince rabbit raccoon radar radio radish raft rail rain rainbow raisin ramp ranch
raspberry raven recipe record reed reef region reindeer ribbon rice ridge ring river road robin robot rock rocket roof
room rooster root rose rosemary rowan rubber ruby rudder rug ruler runner rye sack saddle sage sail sailor salad
salmon salt sample sand sandal sardine satchel satin sauce saucer scale scarf scene school science scooter score scout
screen sea seal season seat second secret seed sequoia sesame seven shade shadow shamrock shape sheep sheet shelf
shell shelter shirt shoe shop shore shovel shower shrimp shutter sidewalk signal silk silver singer siren sister six
sketch ski skirt sky sleeve sleigh slipper slope smile snail snow soap soccer sock sofa soil solar song sonnet soup
south space spade spaniel spark sparrow speaker spice spider spinach spiral sponge spoon spring sprout spruce square
squash squirrel stable stadium stair stamp star starfish statue steam steel stem step stereo stew stitch stone stool
stork storm story stove straw stream street string stripe student studio sugar suit summer summit sun sunset surf
swallow swan sweater swift swing syrup table tablet tailor talent tangent tango tanker tape tapir target tart taxi tea
teacher teapot temple ten tennis tent terrace theater thimble thistle thrush thumb thunder ticket tide tiger tile
timber time tin titan toast toaster toffee tomato tone tool topaz torch tortoise toucan towel tower town toy tractor
trail train tram travel tray treasure tree trellis triangle trolley trombone trout truck trumpet trunk tulip tuna
tunnel turban turkey turnip turtle twig twin twist ukulele umbrella uncle unicorn uniform valley vanilla vase vault
velvet verse vessel vest viking village vine vineyard viola violet violin visitor voice volcano vowel voyage wagon
waiter walk wall walnut walrus waltz warbler wardrobe water wave wax weasel weather weaver wedge week west whale wharf
wheat wheel whisper whistle white willow wind window wing winter wizard wolf wood wool word workshop wreath wren
writer yacht yard yarn year yellow yoga yogurt zebra zephyr zigzag zinc zipper zodiac zoo
`
  .trim()
  .split(/\s+/);
