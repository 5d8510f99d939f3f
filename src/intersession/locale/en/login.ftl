login-title = Sign in
login-lead = Your passphrase stays on this device. The server only gets a proof that you know it.
login-handle = Log-in name
login-passphrase = Passphrase
login-passphrase-hint = You may paste it or let a password manager fill it in.
login-code = Six-digit code
login-code-hint = If you use a code app. If not, leave this empty.
login-own = Only I use this device
login-own-hint = You stay signed in here. On a device that others use too, leave this empty: then the log-in ends after two hours or with the browser.
login-enter = Sign in
login-to-recover = Use the recovery kit
login-invited = New here? Your therapist gives you an invitation link. There is no other way in.
login-languages = Language

login-new-passphrase = A passphrase only you know
login-new-passphrase-hint = Four or more words that do not belong together. You may paste it or let a password manager keep it.
login-suggest = Suggest five words
login-show = Show what I type
login-making = Making your key
login-stop = Stop
login-stop-hint = Stopping leaves nothing behind.

login-kit-why = If you lose this device or forget the passphrase, this sheet opens everything again. Nobody can reset it for you.
login-kit-title = Recovery kit
login-kit-groups = Recovery code in groups
login-kit-keep = Keep this where only you look. It does not say what it is for.
login-kit-print = Print
login-kit-by-hand = You can also write it down by hand.
login-kit-last = Type the last group, so we know you have it

error-sign-in-refused = That did not open it. Check the log-in name, capital letters and the code, or paste the passphrase. You can also use your recovery kit.
error-wrong-passphrase = That did not open it. Check capital letters, or paste it. You can also use your recovery kit.
error-try-later = { $seconds ->
    [one] Several tries did not fit. Please wait one second, then try again. Nothing is locked.
   *[other] Several tries did not fit. Please wait { $seconds } seconds, then try again. Nothing is locked.
}
error-handle-taken = Somebody here has this log-in name already. Please choose another one.
error-vault-moved = Another device of yours has saved something in the meantime. Please try again.
error-setup-link-closed = This link has been used, or it is older than 24 hours. Ask for a new one.
error-code-wrong = The code does not fit. Wait for the next one in your app, then type it.
