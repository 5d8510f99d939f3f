notice-neutral = Notebook: something new.
notice-reminder = Reminder.
notice-reading-time = Desk: your reading time has started.
notice-new = Desk: something new.
notice-answer-due = Desk: an answer is due today.
notice-answer-late = Desk: an answer is late.
notice-way-refused = Notices to this address came back. It is switched off. Check the address, or switch it on again.
notice-way-gave-up = Notices did not reach this address for some days. It is switched off. You can switch it on again.
