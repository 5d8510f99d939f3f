# One sentence for each code of the crypto core (frontend/src/crypto/errors.ts).
crypto-locked = This page is locked. Type your passphrase to go on. What you wrote is kept.
crypto-wrong-passphrase = That did not open it. Check capital letters, or paste it. You can also use your recovery kit.
crypto-weak-passphrase = This passphrase can be guessed. Take at least 12 characters, or let us suggest five words.
crypto-weak-kdf = The server asked for less protection than this app accepts. Nothing was sent. Please tell your practice.
crypto-recovery-code-group =
    { $letters ->
        [0] Something in group { $group } does not fit. Groups use no 0, 1, I or O.
        [one] One letter in group { $group } does not fit. Groups use no 0, 1, I or O.
        [2] Two letters in group { $group } do not fit. Groups use no 0, 1, I or O.
       *[other] { $letters } letters in group { $group } do not fit. Groups use no 0, 1, I or O.
    }
crypto-recovery-code-length = You typed { $letters } letters. The code has { $expected }, in groups of four.
crypto-recovery-code-wrong = This code did not open it. Check that you have your newest recovery kit.
crypto-device-slot-gone = This device has forgotten its key. Type your passphrase to go on.
crypto-vault-unreadable = Your keys could not be opened with this. Try again, or use your recovery kit.
crypto-vault-older = The server gave an older copy of your keys. Nothing was changed. Please tell your practice.
crypto-certificate-unusable = A key from the server does not fit. Nothing was sent. Please tell your practice.
crypto-certificate-changed = The key from the server is not the one you scanned. Nothing was sent. Ask for a new code in your session.
crypto-roster-invalid = The list of who can read here does not fit its signature. Nothing was sent. Please tell your practice.
crypto-roster-older = The server gave an older list of who can read here. Nothing was sent. Load the page again.
crypto-roster-fork = There are two lists of who can read here. Nothing was sent. Compare them in your next session.
crypto-recipient-missing = The key of someone who reads here is missing. Your text is kept. Load the page again.
crypto-not-for-this-key = This message was locked for another of your devices. Open it there, or use your recovery kit.
crypto-message-too-large = This text is too long for one message. It is kept. Please send it in two parts.
crypto-message-shape = This message arrived damaged. Its text is hidden.
crypto-message-algorithms = This message was locked in a way this app does not accept. Its text is hidden.
crypto-message-unreadable = This message could not be opened. It may have been damaged on its way.
crypto-message-signature = The signature of this message does not fit. Its text is hidden.
crypto-message-content = The inside of this message does not have the form it should have. Its text is hidden.
crypto-message-author = This message does not come from the person named here. Its text is hidden.
crypto-message-place = This message belongs to another place. Its text is hidden here.
crypto-message-roster = This message was locked for another list of readers. Its text is hidden.
crypto-message-recipients = The readers of this message are not the ones you agreed on. Its text is hidden.
crypto-message-reused = Two different messages carry the same number. Both are hidden. Compare them in your next session.
crypto-message-date = The date of this message cannot be right. Its text is hidden.
crypto-statement-invalid = A note about this message does not fit its signature. It is left out.
crypto-document-signature = This signature does not belong to this text.
crypto-invite-invalid = This invitation is not complete. Scan it again, or ask for a new one.
crypto-join-invalid = This answer was not made with your invitation. Nobody was added. Please invite again.
crypto-storage-unavailable = This browser cannot keep anything on this device. Close other pages and try again, or use another browser.
