settings-signed-in-as = You are signed in as { $handle }.
settings-save = Save
settings-sign-out = Sign out on this device
settings-fault-title = Not saved yet
settings-fault-link = Look at the marked field, then save again.
settings-fault-general = Choose each value from its list, and minutes from 1 to 30.
settings-fault-words = Write between 1 and { $most } letters, or choose another line.
settings-fault-address = Write one address, such as name@example.org. Three addresses fit, each once.

settings-general = Language, time and lock
settings-language = Language
settings-zone = Time zone
settings-lock = Minutes until the lock
settings-lock-hint = Without a key or a tap the page locks. { $least } to { $most } minutes.
settings-place = Country for help numbers
settings-place-hint = Help now shows its numbers first.
settings-place-none = Not chosen

settings-notices = What a notice says
settings-wording = The same line for every cause. It never quotes a message and names nobody.
settings-wording-own = My own words
settings-wording-none = No notices
settings-wording-none-hint = Then nothing is sent. You look by yourself.
settings-words = My own words
settings-words-hint = Up to { $most } letters. Others may read them on a locked screen.

settings-ways = Where notices go
settings-ways-lead = By mail. Subject and text are your line and nothing else. The address is stored sealed.
settings-ways-none = No address yet. Without one, no notice is sent.
settings-way-address = Mail address
settings-way-hint = One that only you read.
settings-way-add = Add address
settings-way-remove = Remove
settings-way-remove-named = Remove { $address }
settings-way-enable = Use it again

settings-logins = Where you are signed in
settings-logins-lead = If you do not know one of these, sign it out and choose a new passphrase.
settings-login-unknown = A browser that does not say its name
settings-login-this = This one
settings-login-when = Since { $since }. Last used { $last } or a little later.
settings-login-end = Sign out
settings-login-end-named = Sign out { $label }
settings-logins-end = Sign out all others
settings-stay = Stay open after a reload on this device
settings-stay-hint = Until the page locks. Choose this only on a device that is yours alone.

settings-keys = Passphrase and recovery sheet
settings-keys-lead = Both open your key. Nobody else has one for you.
settings-passphrase = Change the passphrase
settings-current = Your passphrase now
settings-passphrase-save = Save the new passphrase
settings-kit = Make a new recovery sheet
settings-kit-lead = The old sheet stops working when the new one is kept.
settings-kit-make = Show a new sheet
settings-kit-keep = Keep this sheet, void the old one
