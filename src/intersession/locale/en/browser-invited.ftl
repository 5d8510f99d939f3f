browser-invited-refused = This link cannot be used here
browser-invited-refused-do = Nothing was stored. If you need somebody now, Help now works without an invitation.
browser-invited-cut = The last part of the link is missing, the part after the # sign. Open the whole link again from where you got it, or scan the code again. Loading this page again does not help: the part is removed on purpose, so that it stays in no history.
browser-invited-signed-in = Somebody is signed in on this browser. Sign out there first, then open the link again. The invitation is still unused.
