error-envelope-shape = This did not arrive in one piece. Your text is kept on this device. Please send it again.
error-envelope-algorithms = This was locked in a way the server does not store. Your text is kept. Load the page again.
error-certificate-unusable = This key does not have the form it must have. Nothing was stored.
error-signature-invalid = The signature does not fit. Nothing was stored. Load the page and try again.
error-roster-invalid = This list of readers does not have the form it must have. Nothing was changed.
error-roster-out-of-order = Another list of readers came first. Load the page and look at it again.
error-statement-invalid = This note does not have the form it must have. Nothing was stored.
