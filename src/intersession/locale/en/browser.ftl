browser-offline = No connection. What you wrote is kept on this device.
browser-lock-warning = Locks at { $time }.
browser-lock-stay = Stay
browser-locked = Locked after { $minutes } quiet minutes. Your draft is still here.
browser-locked-only = Locked after { $minutes } quiet minutes.
browser-failed = That did not work. Nothing you wrote is lost.
