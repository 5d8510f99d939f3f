# The text both people sign. Each clause: a title, one sentence, lines with the values of the terms, what the
# therapist fills in, what the client decides, and what the app keeps.
clauses-heading = Agreement with { $therapist } about contact between sessions
clauses-kept = The app keeps this: { $kept }
clauses-rely = We rely on each other here.
clauses-own-words = In your therapist's own words: { $words }
clauses-no-hours = no hours

clauses-day-mon = Monday
clauses-day-tue = Tuesday
clauses-day-wed = Wednesday
clauses-day-thu = Thursday
clauses-day-fri = Friday
clauses-day-sat = Saturday
clauses-day-sun = Sunday

clauses-promise-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
clauses-promise-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
clauses-promise-working-hours =
    { $count ->
        [one] { $count } reading hour
       *[other] { $count } reading hours
    }
clauses-promise-working-days =
    { $count ->
        [one] { $count } reading day
       *[other] { $count } reading days
    }
clauses-promise-next-session = the next session
clauses-period-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
clauses-period-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
clauses-period-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
clauses-period-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }

clauses-channel-portal = the app
clauses-channel-email = mail
clauses-channel-phone = phone
clauses-channel-sms = text message
clauses-content-notices = a short notice, no more
clauses-content-logistics = dates and bills
clauses-content-homework = dates, bills and tasks
clauses-content-personal = all of it, also what is personal

clauses-a1-title = What contact is for
clauses-a1-sentence = Contact between sessions helps the work you do with { $therapist }.
clauses-a1-topics = You can write about: { $topics }.
clauses-a1-none = You do not have to write at all. That is fine too.
clauses-a1-fills = What contact is for.
clauses-a1-decides = What you wish for. "Not at all" is a good answer.
clauses-topic-questions = questions on the work
clauses-topic-homework = tasks between sessions
clauses-topic-diary = notes on your days
clauses-topic-appointments = dates and times
clauses-topic-skills = skills you try out
clauses-topic-good-news = things that went well

clauses-a2-title = What contact is not
clauses-a2-sentence = A message is not a session, and it is no way to get help in an emergency.
clauses-a2-keep = We keep for the session: { $topics }.
clauses-a2-session = You can mark a note for the next session. It opens when the session starts.
clauses-a2-fills = What should wait for a session.
clauses-a2-decides = What you want to keep for a session.
clauses-a2-kept = A note for the session stays closed until the session starts.
clauses-keep-decisions = big decisions
clauses-keep-new-topics = new and heavy topics
clauses-keep-conflict = a conflict between us
clauses-keep-trauma = hard memories

clauses-a3-title = Ways to reach each other
clauses-a3-sentence = You two use the ways named here, each for what it is named for.
clauses-a3-channel = By { $channel }: { $content }.
clauses-a3-minutes = By { $channel }: a call lasts up to { $count } minutes.
clauses-a3-hours = By { $channel } on { $day }: { $hours }.
clauses-a3-only = { $therapist } uses no other way.
clauses-a3-none = No way is named yet.
clauses-a3-fills = Which ways are on offer, and for what.
clauses-a3-decides = Which ways to use, and which never.
clauses-a3-kept = Your therapist can't send by a way you two did not agree on. What you send is never turned away.

clauses-a4-title = Reading hours
clauses-a4-sentence = { $therapist } reads at the hours named here, and you can write at any hour.
clauses-a4-day = { $day }: { $hours }.
clauses-a4-extra = Also on { $on }: { $hours }.
clauses-a4-zone = These are times in the zone { $zone }. Your messages show your own time too.
clauses-a4-holidays = Not on public holidays ({ $place }).
clauses-a4-holidays-too = Also on public holidays.
clauses-a4-slots = { $therapist } learns of new messages at { $times }, on days with reading hours.
clauses-a4-as-they-come = { $therapist } learns of new messages as they come, in reading hours.
clauses-a4-write = What you write at other hours is kept at once. It waits quietly and wakes no one.
clauses-a4-fills = The hours, the zone and the holidays.
clauses-a4-decides = At which hours a notice may reach you.
clauses-a4-kept = The app tells your therapist of a message in these hours only. You see when that will be.

clauses-a5-title = When you get an answer
clauses-a5-sentence = You know by when { $therapist } opens a message and by when an answer is due.
clauses-a5-seen-minutes =
    { $count ->
        [one] { $therapist } opens a message within { $count } minute.
       *[other] { $therapist } opens a message within { $count } minutes.
    }
clauses-a5-seen-hours =
    { $count ->
        [one] { $therapist } opens a message within { $count } hour.
       *[other] { $therapist } opens a message within { $count } hours.
    }
clauses-a5-seen-working-hours =
    { $count ->
        [one] { $therapist } opens a message within { $count } reading hour.
       *[other] { $therapist } opens a message within { $count } reading hours.
    }
clauses-a5-seen-working-days =
    { $count ->
        [one] { $therapist } opens a message within { $count } reading day.
       *[other] { $therapist } opens a message within { $count } reading days.
    }
clauses-a5-seen-next-session = { $therapist } opens a message by the next session.
clauses-a5-answered-minutes =
    { $count ->
        [one] A question is answered within { $count } minute.
       *[other] A question is answered within { $count } minutes.
    }
clauses-a5-answered-hours =
    { $count ->
        [one] A question is answered within { $count } hour.
       *[other] A question is answered within { $count } hours.
    }
clauses-a5-answered-working-hours =
    { $count ->
        [one] A question is answered within { $count } reading hour.
       *[other] A question is answered within { $count } reading hours.
    }
clauses-a5-answered-working-days =
    { $count ->
        [one] A question is answered by the end of the reading day after you send it ({ $count } day).
       *[other] A question is answered by the end of reading day { $count } after the day you send it.
    }
clauses-a5-answered-next-session = A question is answered by the next session.
clauses-a5-practical-minutes =
    { $count ->
        [one] On dates and bills you hear back within { $count } minute.
       *[other] On dates and bills you hear back within { $count } minutes.
    }
clauses-a5-practical-hours =
    { $count ->
        [one] On dates and bills you hear back within { $count } hour.
       *[other] On dates and bills you hear back within { $count } hours.
    }
clauses-a5-practical-working-hours =
    { $count ->
        [one] On dates and bills you hear back within { $count } reading hour.
       *[other] On dates and bills you hear back within { $count } reading hours.
    }
clauses-a5-practical-working-days =
    { $count ->
        [one] On dates and bills you hear back within { $count } reading day.
       *[other] On dates and bills you hear back within { $count } reading days.
    }
clauses-a5-practical-next-session = On dates and bills you hear back by the next session.
clauses-a5-more-time = If { $therapist } needs more time, you hear it by then, with a new day.
clauses-a5-late = If an answer is late, { $therapist } is reminded and you see it.
clauses-a5-late-deputy = If an answer is late, { $therapist } is reminded and you see it. Four reading hours later { $deputy } learns that it is late, not what you wrote.
clauses-a5-fills = By when a message is opened, and by when it is answered.
clauses-a5-decides = Which kind of answer you want, or none.
clauses-a5-kept = Each message shows its due time. The time you are shown stays as it was when you sent it.

clauses-a6-title = Length and how often
clauses-a6-sentence = Guides for length and number help you both, and they hold nothing back.
clauses-a6-words = A good length is about { $count } words.
clauses-a6-count =
    { $count ->
        [one] A good number is about { $count } message a week.
       *[other] A good number is about { $count } messages a week.
    }
clauses-a6-none = You two named no guide.
clauses-a6-arrives = All you send arrives. If it becomes a lot, you talk about it in the session.
clauses-a6-fills = A guide for length and number.
clauses-a6-decides = Your own guide: more or less.
clauses-a6-kept = The app counts for you and blocks nothing.

clauses-a7-title = Emergencies
clauses-a7-sentence = In an emergency you call for help at once and do not wait for { $therapist }.
clauses-a7-number = If you or someone else is in danger, call { $number }.
clauses-a7-line = To talk to someone now: { $name }, { $number }.
clauses-a7-service = The nearest place for help is: { $name }.
clauses-a7-not-here = { $therapist } does not see a message at once. Help now is on every page, also with no sign-in and no network.
clauses-a7-empty = There is no number here yet. Until there is one, you two can't sign.
clauses-a7-fills = The numbers to call and the nearest place for help.
clauses-a7-decides = Your own safety plan, and how you like to reach a crisis line.
clauses-a7-kept = Help now stays on every page, whatever you two agree on.

clauses-a8-title = Asking for a call
clauses-a8-sentence = When it can't wait but is no emergency, you may ask for a call if that is on offer.
clauses-a8-not-offered = { $therapist } does not offer this. Help now shows who answers at once.
clauses-a8-day = You can ask on { $day }: { $hours }.
clauses-a8-step = Step { $number }: { $who } by { $ways }. After { $wait } the next step starts.
clauses-a8-nobody = If no one answers, the page says so and shows who to call.
clauses-a8-fills = Whether it is on offer, at which hours, and who is called.
clauses-a8-decides = Yes or no.
clauses-a8-kept = You can ask only while someone is on call. You see each step as it happens.
clauses-who-therapist = your therapist
clauses-who-cover = the person who stands in
clauses-way-sms = text message
clauses-way-voice = phone
clauses-way-email = mail
clauses-way-push = a notice of the app

clauses-a10-title = Who else may read
clauses-a10-sentence = What you write is locked, and only the people named here have a key.
clauses-a10-nobody = Only you and { $therapist } can read it.
clauses-a10-two = You and { $therapist } can read it. The people below learn what is named here.
clauses-a10-reader = { $name } ({ $role }) learns { $sees }.
clauses-a10-server = The server can't read it. It sees when you write and how much.
clauses-a10-fills = Who stands in, and who else helps with the work.
clauses-a10-decides = Yes or no for each person.
clauses-a10-kept = A key is made only for people on this list. You see who opened what.
clauses-role-deputy = stands in
clauses-role-supervisor = looks at the work
clauses-role-custodian = takes over if your therapist can't go on
clauses-role-interpreter = puts it into your language
clauses-sees-late-only = that an answer is late, not what you wrote
clauses-sees-anonymised = what it is about, without your name
clauses-sees-text = what you write

clauses-a11-title = What stays private
clauses-a11-sentence = What you tell { $therapist } stays private, with the few limits named here.
clauses-a11-mandatory = If others are in grave danger, { $therapist } must act in some cases, and it may mean telling someone. The law ({ $place }) says when.
clauses-a11-permissive = If others are in grave danger, { $therapist } may tell someone in some cases. The law ({ $place }) says when.
clauses-a11-case-law = If others are in grave danger, { $therapist } may have to act, and it may mean telling someone. The courts ({ $place }) have said when.
clauses-a11-none = No law was found on danger to others ({ $place }). { $therapist } keeps to the rules of the job.
clauses-a11-not-known = What the law says when others are in danger is not known here. { $therapist } will tell you what holds.
clauses-a11-source = You can look it up: { $citation }.
clauses-a11-own-life = If your own life is in danger, { $therapist } may get help for you, and may have to tell someone.
clauses-a11-child = If a child is in danger, { $therapist } may have to tell those who keep children safe.
clauses-a11-court = If a court asks, { $therapist } may have to answer.
clauses-a11-first = { $therapist } talks with you first where there is a way, and tells no more than is needed.
clauses-a11-fills = What else holds in this practice.
clauses-a11-decides = You can ask what this means for you, now and later.

clauses-a13-title = What each way risks
clauses-a13-sentence = Each way has its own risks, and you say yes or no to each.
clauses-a13-portal = The app: what you write is locked from your device to your therapist's device.
clauses-a13-email-required = Mail: used only when it is locked. Who writes to whom, and when, can still be seen on the way.
clauses-a13-email-preferred = Mail: locked where it works. If not, people on the way can read it.
clauses-a13-email-client-accepts-risk = Mail: it may not be locked. People on the way can read it.
clauses-a13-email-accepted = You said yes to this for mail.
clauses-a13-email-not-accepted = You have not said yes to this for mail. Until you do, your therapist sends you no open mail.
clauses-a13-phone = Phone: people near you can hear you. Your phone bill shows the call.
clauses-a13-sms = Text message: it is never locked. It may show on your screen.
clauses-a13-sms-accepted = You said yes to this for text messages.
clauses-a13-sms-not-accepted = You have not said yes to this for text messages. Until you do, your therapist sends you none.
clauses-a13-device = No lock helps against a person who knows your PIN.
clauses-a13-fills = An honest line for each way.
clauses-a13-decides = Yes or no for each way.
clauses-a13-kept = Before you say yes, nothing open is sent to you. Your yes is kept with its date.

clauses-a15-title = What may show on your screen
clauses-a15-sentence = When something waits for you, your screen shows only what you choose.
clauses-a15-something-new = It shows: "Notebook: something new."
clauses-a15-reminder = It shows: "Reminder."
clauses-a15-own-words = It shows your own words: "{ $words }"
clauses-a15-nothing = It shows nothing. You look when it suits you.
clauses-a15-any-time = A notice may come at any hour.
clauses-a15-day = A notice may come on { $day }: { $hours }.
clauses-a15-zone = These are times in the zone { $zone }.
clauses-a15-fills = Nothing. This is yours.
clauses-a15-decides = Which words, and at which hours.
clauses-a15-kept = Only these words leave the server. They are the same whatever waits.

clauses-a28-title = Stopping
clauses-a28-sentence = You can stop this at any time, on one screen, with no reason.
clauses-a28-less = You can also stop one way only. It holds at once.
clauses-a28-told = { $therapist } is told that you stopped, not why. Your therapy does not end with it.
clauses-a28-stays = You can still read and save all of it. Help now stays.
clauses-a28-fills = Nothing. This is yours.
clauses-a28-decides = When to stop, and how much of it.
clauses-a28-kept = One screen, at once. No one can stop you from stopping.

clauses-a30-title = Looking at it again
clauses-a30-sentence = You two look at this text again from time to time, and any time you ask.
clauses-a30-first-days =
    { $count ->
        [one] The first time is after { $count } day.
       *[other] The first time is after { $count } days.
    }
clauses-a30-first-weeks =
    { $count ->
        [one] The first time is after { $count } week.
       *[other] The first time is after { $count } weeks.
    }
clauses-a30-first-months =
    { $count ->
        [one] The first time is after { $count } month.
       *[other] The first time is after { $count } months.
    }
clauses-a30-first-years =
    { $count ->
        [one] The first time is after { $count } year.
       *[other] The first time is after { $count } years.
    }
clauses-a30-every-days =
    { $count ->
        [one] Then it is every day ({ $count }).
       *[other] Then it is every { $count } days.
    }
clauses-a30-every-weeks =
    { $count ->
        [one] Then it is every week ({ $count }).
       *[other] Then it is every { $count } weeks.
    }
clauses-a30-every-months =
    { $count ->
        [one] Then it is every month ({ $count }).
       *[other] Then it is every { $count } months.
    }
clauses-a30-every-years =
    { $count ->
        [one] Then it is every year ({ $count }).
       *[other] Then it is every { $count } years.
    }
clauses-a30-open = If the day passes, this text still holds. The page says that it is an old one.
clauses-a30-fills = The first day, and how often after that.
clauses-a30-decides = To ask for it sooner.
clauses-a30-kept = You are both reminded. A day that passes closes nothing.
