# The commands `intersession pack` and `intersession doctor`, and what is wrong in a pack file.
packs-where = { $file }:{ $line }: { $key }: { $text }
packs-where-file = { $file }: { $text }
packs-wrong-unreadable = This file can't be opened ({ $found }). Check its name and its rights.
packs-wrong-not-utf8 = This is not UTF-8 text ({ $found }). Save the file as UTF-8.
packs-wrong-too-large = This file has more than { $wants } bytes. Split it, or take out what is no pack.
packs-wrong-not-yaml = This is not YAML: { $found }. Look at the line named and the one above it: brackets, quotes, indentation.
packs-wrong-section = The part “{ $found }” can't be read, or stands twice. Mend the YAML below it.
packs-wrong-alias = A reference with * stands here. Write the words again instead.
packs-wrong-twice = “{ $found }” stands here twice. Keep one.
packs-wrong-tag = The tag “{ $found }” has no place here. Take it out, or put the words in quotes.
packs-wrong-empty = Nothing that looks like a pack is in this file. Start with “format: 1”.
packs-wrong-unknown-field = “{ $found }” is not known here. Known are: { $wants }.
packs-wrong-unknown-key = “{ $found }” is not a key of the vocabulary. Take one of: { $wants }.
packs-wrong-missing = “{ $wants }” is missing. Add it.
packs-wrong-type = “{ $found }” does not fit. { $wants ->
    [text] Write words, in quotes if they look like a number.
    [whole] Write a whole number from 0 to 1000.
    [yes-no] Write true or false.
    [texts] Write a list of words, such as [de, en].
    [date] Write a day such as 2026-11-05.
    [year] Write a year such as 2026.
    [code] Write the code of a place, such as US-CA.
    [codes] Write a list of codes, such as [US-CA, DE].
    [rows] Write a list: each part starts with a dash.
    [professions] Write a list such as [psychologist], or leave “for” out for every profession.
   *[fields] Write fields with a colon, such as “title: …”.
}
packs-wrong-choice = “{ $found }” is none of the choices. Take one of: { $wants }. Put yes and no in quotes.
packs-wrong-code = “{ $found }” is not the code of a place. Write two capital letters, for a part of a country a dash and its code: US-CA.
packs-wrong-file-name = The code “{ $found }” does not fit the file’s name { $wants }. Name the file after the code, in small letters.
packs-wrong-parent = There is no pack “{ $found }”. Add its file, or name another parent.
packs-wrong-cycle = The parents go in a circle: { $found }. Take one of them out.
packs-wrong-chain = More than { $wants } places stand above each other: { $found }. Leave out one in between.
packs-wrong-two-values = “{ $found }” has two values for one day. The other stands in line { $wants }. Keep one, or give one of them “in_force”.
packs-wrong-url = “{ $found }” is not a web address. Write one that starts with https:// or http://.
packs-wrong-url-missing = A fact of { $found } confidence needs the address of its source. Add “url”, or set “confidence: low”.
packs-wrong-phone = “{ $found }” is not a phone number there. { $wants ->
    [no-plus] It starts with the code of a country. Write a plus before it.
    [unwritten] Write digits only, with spaces if you like.
   *[length] Count its digits.
}
packs-wrong-day = “{ $found }” is not a day. Write { $wants }.
packs-wrong-future = { $found } lies after today, { $wants }. Nobody has read it then: write the day it was read.
packs-wrong-format = The format is “{ $found }”. This program reads format { $wants }: take a newer program, or write “format: { $wants }”.
packs-wrong-profession = “{ $found }” is not a profession of the packs. Take one of: { $wants }.
packs-wrong-contacts = “{ $found }” does not fit here. See what a number to call needs in docs/packs.md.
packs-wrong-overlay-facts-only = A practice’s own file holds facts only. Take “{ $found }” out.
packs-wrong-overlay-reviewed = A fact of the practice’s own needs “reviewed_by”: who read the source, and when.
packs-wrong-overlay-parent = The parent “{ $found }” is not the one of the shipped pack. Write “{ $wants }”, or leave it out.
packs-wrong-example = This example can't be run: “{ $found }”. It could be: { $wants }.
packs-wrong-example-fails = What came of this example is: { $found }. Correct the fact, or what you expect.

packs-check-fine = { $file }: nothing to mend.
packs-check-count = { $count ->
    [one] One thing to mend.
   *[other] { $count } things to mend.
}
packs-cannot-open = { $file } can't be opened.
packs-no-pack = There is no pack for { $code }. Known are such as DE, US-CA; see “intersession pack list”.
packs-bad-day = “{ $found }” is not a day. Write it like 2026-12-01.
packs-list-row = { $code }  { $name }: { $asserted } relied on, { $asked } asked; newest check { $checked }
packs-list-parent = { $code }  { $name } (part of { $parent }): { $asserted } relied on, { $asked } asked; newest check { $checked }
packs-list-contacts = { $code }  { $name }: crisis contacts only
packs-list-total = { $places } places, { $asserted } facts relied on, { $asked } facts that are questions.
packs-none = nothing
packs-show-title = { $name } ({ $code }) on { $day }. From: { $chain }.
packs-show-fact = { $label }: { $value }
packs-show-for = For: { $who }
packs-show-note = Note: { $note }
packs-show-source = { $title } { $url } { $citation }, read { $read }; checked { $checked }; confidence: { $confidence }; from { $place }
packs-show-own = The practice’s own value, reviewed by { $who }.
packs-show-unsure = Not relied on. Ask { $whom }: { $label }: { $value }
packs-show-missing = { $label }: not known here. Ask { $whom }.
packs-show-authority = the authority there
packs-show-advice = This is not legal advice.
packs-source-row = { $title } { $url } { $citation } ({ $count }; read { $read })
packs-diff-added = { $code }: added: { $what }: { $after }
packs-diff-removed = { $code }: removed: { $what }: { $before }
packs-diff-changed = { $code }: changed: { $what } { $part }: from “{ $before }” to “{ $after }”
packs-diff-none = No difference.
packs-adopted = { $file } now holds for this practice.
packs-adopt-bad = { $file } was not taken over.

doctor-ok = ok: { $text }
doctor-warning = warning: { $text }
doctor-error = error: { $text }
doctor-home = The home folder { $path } can be written to.
doctor-home-bad = The home folder { $path } can't be written to ({ $why }). Give the program the right to.
doctor-database = The database answers.
doctor-database-bad = The database does not answer ({ $why }).
doctor-migrated = The database has this version’s shape.
doctor-migrate = The database has an older shape. Run “intersession migrate”.
doctor-packs = { $count } packs can be read.
doctor-pack-bad = { $text }
doctor-overlay = The practice’s own facts can be used: { $count } places.
doctor-overlay-none = The practice has no facts of its own.
doctor-fresh = No contact is older than 180 days, no law older than 24 months.
doctor-stale-contact = { $code }: check the number of { $what } again. It was last checked in { $checked }.
doctor-stale-law = { $code }: read the source of “{ $what }” again. It was last checked in { $checked }.
doctor-stale-own = { $code }: read the source of your own “{ $what }” again. It was last checked in { $checked }.
doctor-more = and { $count } more of this kind; “--all” shows them.
doctor-emergency = The emergency number of { $count } places can be shown.
doctor-emergency-bad = No emergency number can be shown: the list and the packs can't be read.
