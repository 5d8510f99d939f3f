/** German words for suggested passphrases: everyday, calm, without umlauts so that any keyboard has them. Chosen by hand. */
export const WORDS = `
abend acker adler ahorn akkord album allee alm alpen amboss ampel amsel ananas anfang angel anker anorak antenne
antwort anzug apfel apotheke april aquarell arbeit arena arm artikel arzt asphalt aster atelier atlas auge august aula
aurikel ausblick ausflug auster auto bach bad bagger bahn bahnhof balkon ball ballon bambus banane band bank banner
bariton bart basar basilika bass bast bauch bauer baum becher beere beet beginn beifall beige bein beispiel berg
bericht bernstein besen besuch bett beutel biber biene bier bild birke birne biskuit bison blatt blau blech blick
blitz block blume bluse boden bogen bohne boje bonbon boot bord brand brett brief brille brise brokkoli bronze brot
brunnen bruder buch buche bucht bude bund bus busch butter campus cello chor clown comic computer creme dach dachs
dahlie dame damm dampf datum daumen decke deich delfin dezember dialog diamant dichter diele dill dinkel diplom distel
dokument dom domino donner dorf dose dotter drache draht drei drossel druck duett duft dunkel durst dutzend ebbe ebene
echo ecke edel efeu egge eiche eichel eimer eins eintopf eis eisen elch elefant elf elster email emu ende energie
engel enkel ente enzian erbse erde erdnuss ernte esche esel essen essig etage etui eule fabel fabrik fach faden fahne
fahrrad fahrt falke falter familie farbe farn fasan faser fass faust feder fee feier feige feile feld felge fell fels
fenchel fenster ferien ferne fest feuer fichte figur film filz finger fink firma fisch flagge flamme flasche fleck
flieder fliese flocke flora floss flug fluss flut fohlen folie form forelle forst foto frage franse frau freitag
freund frieden frisch frist frosch frost frucht fuchs fuge funke fuss futter gabel galerie galopp gans garage garn
garten gas gasse gast gebirge gedicht geige gelb geld gemse genuss gepard gerste gesang gesicht gewitter gipfel gips
giraffe gitarre glanz glas gleis globus glocke gold golf gondel graben granit gras grau grenze griff grille grotte
gruppe gruss gummi gurke gurt hafen hafer hagel hahn hai hain hals halle halm hammer hamster hand handel hang harfe
hase hasel haube haus haut hebel hecht hecke heft heide heim held helm hemd henkel herbst herd hering herz heu
hibiskus himbeere himmel hirsch hirse hitze hobby hobel hof hoffnung holunder holz honig horn hose hotel huf hummel
hummer humor hund hundert hut idee igel imker indigo ingwer insel iris jacke jade jaguar jahr januar jasmin jeans
joghurt jubel juli junge juni juwel kabel kabine kachel kaffee kahn kai kaiser kakao kaktus kalender kalk kamel kamera
kamille kamin kamm kanal kanne kante kanu kapelle kapitel kappe karaffe karibik karotte karpfen karte karton kasse
kastanie kasten kater katze kauz kegel kehle keks keller kerbe kern kerze kessel kette kiefer kies kilo kind kino
kiosk kirche kirsche kissen kiste kiwi klang klasse klavier klee kleid klemme klette klinke klippe kloster knie knopf
knospe knoten kobalt koch koffer kohl kohle koje kolibri komet kompass komma konfekt kongress konzert kopf kopie
koralle korb kordel korken korn kosmos kraft kragen kran kranich kranz kreide kreis kresse krone krokus krug
krume kuchen kuckuck kugel kuh kunst kupfer kuppel kurs kurve kutsche labor lachs lack laden lager laken lama lampe
land lasur laterne latte laub laube lauch lauf laune laut lavendel leder lehm lehne lehrer leim leine leinen leiter
lektion lerche lesung leuchte lexikon libelle licht lieb lied lilie limette linde lineal linie linse lippe liste liter
lob locke loden lokal lotse lotus luchs luft luke lupe lupine luxus magnet mai mais makrele malve mandel mango mantel
mappe marder marke markt marmor mars marsch maske mast matrose matte mauer maulwurf maus meer mehl meile meise meister
melodie melone menge mensch menthol menu messing meter miete milch million minute minze mirabelle mispel mitte mittag
mittwoch modell mohn mokka molch moment monat mond montag moor moos morgen mosaik most motor mulde museum musik
muschel muster mut mutter nacht nadel nagel name narzisse nase natur nebel neffe nelke nest netz neun nichte nische
norden note notiz novelle november nudel nummer nuss oase oboe obst ocker ofen ohr oktave oktober olive oma onkel opa
opal oper orange orchidee orden ordnung orgel orient ort osten ostern otter oval ozean paar paddel paket palast
palette palme panda paneel panther papagei papier pappel paprika park parkett partner pass pastell pate pause pedal
pegel pelikan pelz pendel perle pfad pfanne pfau pfeife pfeffer pfeil pferd pfirsich pflanze pflaster pflaume pfosten
pfote pfund photo pilger pilot pilz pinguin pinie pinsel pirat pirol plakat plan planet plastik platane platte platz
podium poesie pokal polster poncho pony portal post posten preis prisma probe programm projekt prosa provinz puder
pudel puls pult puma pumpe punkt puppe puzzle pyramide quader quadrat quark quarz quelle quendel quiz quitte rabe rad
radio radler rahmen rakete rampe ranke rappe rasen raster rat raum raupe raute rebe rebhuhn rede reede regal
regel regen region reh reibe reich reifen reihe reim reis reise reiter reling rente rest rettich rezept rhythmus
riegel riff rille rinde rind ring rippe ritter robbe rock roggen rohr rolle roller roman rosa rose rosine rost rot
route rubin ruder ruf ruhe rumpf runde sache sack saft sage sahne saite sakko salat salbei salon salz samen samt
samstag sand sandale sanft sardine satin sattel satz sauna saum schach schaf schal schale schall scharf schatten
schatz schaukel schaum scheibe schein schere scheune schiene schiff schild schilf schirm schlaf schlitten schloss
schmied schnabel schnecke schnee schnur schopf schote schrank schrift schritt schuh schule schulter schuppe schwamm
schwalbe schwan schwarm schwarz schwein schwester sechs see seehund seele segel segen seide seife seil seite sekt
sekunde senf sense sessel sieb sieben siegel signal silber silbe sinn sirup sitz skala skizze socke sofa sohle sohn
sommer sonate sonne sonntag sorte spaten spatz specht speise sperling spiegel spiel spinat spinne spitze sport sprache
sprung spule spur staat stab stadion stadt staffel stall stamm stand star stativ statue staub staude stein stelle
stempel steppe stern steuer stiefel stier stift stil stille stimme stirn stock stoff stollen stolz storch strahl
strand strauch strauss strecke strich stroh strom strophe strumpf stube studie stufe stuhl stunde sturm suche suppe
symbol szene tabelle tafel tag taille takt tal taler talent tango tanne tante tanz tapete tasche tasse taste tau taube
taucher teddy tee teer teich teig teil teller tempel tempo tennis tenor teppich termin terrasse test text thema
theater thron thymian tiefe tier tiger tinte tisch titel toast tochter ton tonne topas topf tor torte tracht traktor
trank traube traum treppe treue trommel tropfen truhe tuch tulpe tunnel turm turner ufer uhr uhu ulme umhang umweg
umwelt unkraut urlaub vanille vase vater veilchen velours ventil venus veranda verein vers viadukt vier viertel viola
violine virtuose visum vogel vokal volk vorhang vormittag vorrat waage wabe wachs wachtel wade wagen wahl wal wald
walnuss walzer wand wanderer wange wappen ware warm wasser watte weber wecker weg weide weile wein weiss weizen welle
welpe welt wende werft werk wespe weste westen wetter wicke widder wiege wiese wiesel wild wille wind winkel winter
wipfel wirt wissen witz woche wohnung wolf wolke wolle wort wunder wunsch wurf wurzel zacke zahl zahn zander zange
zapfen zaun zebra zehn zeichen zeile zeit zelt zentrum zettel ziegel ziege ziel zier zimt zinn zirkel zirkus zither
zitrone zoo zopf zucker zug zunge zwei zweig zwerg zwiebel zwilling
`
  .trim()
  .split(/\s+/);
