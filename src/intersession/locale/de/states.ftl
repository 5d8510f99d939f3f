# Zustandszeilen einer Nachricht, Wortlaut nach dem Leitfaden, Abschnitt 3. Eine Zeile sagt, was gerade stimmt.
state-client-in-mailbox = Im Postfach von { $therapist } seit { $since }. Antwort fällig bis { $due }.
state-client-in-mailbox-no-answer = Im Postfach von { $therapist } seit { $since }. Es ist keine Antwort offen, wie von Ihnen gewählt.
state-client-in-mailbox-no-due = Im Postfach von { $therapist } seit { $since }.
state-client-waiting = Wartet still bis { $until }. Antwort fällig bis { $due }. Sie können die Nachricht ändern oder zurücknehmen, bis { $therapist } sie öffnet.
state-client-waiting-no-due = Wartet still bis { $until }. Sie können die Nachricht ändern oder zurücknehmen, bis { $therapist } sie öffnet.
state-client-waiting-no-time = Wartet still. { $therapist } hat keine Lesezeit genannt. Antwort fällig bis { $due }. Sie können die Nachricht ändern oder zurücknehmen, bis { $therapist } sie öffnet.
state-client-waiting-no-time-no-due = Wartet still. { $therapist } hat keine Lesezeit genannt. Sie können die Nachricht ändern oder zurücknehmen, bis { $therapist } sie öffnet.
state-client-opened = Geöffnet { $at }. Antwort fällig bis { $due }.
state-client-opened-no-due = Geöffnet { $at }.
state-client-opened-no-answer = Geöffnet { $at }. Es ist keine Antwort offen, wie von Ihnen gewählt.
state-client-opened-outside = Geöffnet { $at }, außerhalb der Lesezeiten von { $therapist }. Antwort fällig bis { $due }.
state-client-opened-outside-no-due = Geöffnet { $at }, außerhalb der Lesezeiten von { $therapist }.
state-client-opened-outside-no-answer = Geöffnet { $at }, außerhalb der Lesezeiten von { $therapist }. Es ist keine Antwort offen, wie von Ihnen gewählt.
state-client-for-session = Öffnet sich, wenn Ihre Sitzung beginnt: { $at }.
state-client-for-session-no-date = Öffnet sich, wenn Ihre nächste Sitzung beginnt.
state-session-moved = Ihre Sitzung wurde verlegt. Diese Notiz öffnet sich nun { $at }.
state-client-more-time = { $therapist } braucht mehr Zeit. Neuer Tag: { $due }.
state-client-answered = Beantwortet { $at }.
state-client-late = Die Antwort ist überfällig. Sie war fällig { $due }. { $therapist } wurde erinnert. Ist sie { $deputy-at } noch offen, erfährt { $deputy }, dass eine Antwort überfällig ist, nicht was Sie geschrieben haben.
state-client-late-no-deputy = Die Antwort ist überfällig. Sie war fällig { $due }. { $therapist } wurde erinnert.
state-client-late-unreminded = Die Antwort ist überfällig. Sie war fällig { $due }.
state-client-late-deputy-told = Die Antwort ist überfällig. Sie war fällig { $due }. { $therapist } wurde erinnert. { $deputy } weiß, dass eine Antwort überfällig ist, nicht was Sie geschrieben haben.
state-client-changed = Geändert { $at }. { $therapist } hat den ersten Text nicht gesehen.
state-client-taken-back = Zurückgenommen { $at }. Die Nachricht wurde nicht geöffnet.
state-sealed-elsewhere = Diese Nachricht wurde für ein anderes Ihrer Geräte verschlossen. Öffnen Sie sie dort, oder nehmen Sie Ihr Wiederherstellungsblatt.
state-client-away = { $therapist } ist bis { $until } abwesend.
state-client-away-covered = { $therapist } ist bis { $until } abwesend. { $cover } vertritt.
state-client-away-read = { $therapist } ist bis { $until } abwesend. { $cover } liest organisatorische Nachrichten.
state-client-away-ahead = { $therapist } ist von { $start } bis { $until } abwesend.
state-client-away-ahead-covered = { $therapist } ist von { $start } bis { $until } abwesend. { $cover } vertritt.
state-client-away-ahead-read = { $therapist } ist von { $start } bis { $until } abwesend. { $cover } liest organisatorische Nachrichten.
state-therapist-in-mailbox = In Ihrem Postfach seit { $since }.
state-therapist-in-mailbox-practical = Organisatorisch · In Ihrem Postfach seit { $since }.
state-therapist-waiting =
    Wartet still bis { $until } — { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
state-therapist-waiting-no-time =
    Wartet still, keine Lesezeit ist genannt — { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
state-therapist-opened = Von Ihnen geöffnet { $at }. Fällig { $due }.
state-therapist-opened-practical = Organisatorisch · Von Ihnen geöffnet { $at }. Fällig { $due }.
state-therapist-opened-no-due = Von Ihnen geöffnet { $at }.
state-therapist-opened-outside = Außerhalb Ihrer Zeiten geöffnet.
state-therapist-opened-outside-due = Außerhalb Ihrer Zeiten geöffnet. Fällig { $due }.
state-therapist-no-answer = Nichts offen.
state-therapist-for-session = Eine Notiz wartet. Öffnet sich { $at }.
state-therapist-for-session-no-date = Eine Notiz wartet. Öffnet sich, wenn die nächste Sitzung beginnt.
state-therapist-more-time = Von Ihnen genannt: { $due }.
state-therapist-answered = Rechtzeitig beantwortet.
state-therapist-answered-late = Nach der Frist beantwortet.
state-therapist-late = Überfällig seit { $due }. { $client } weiß es.
state-therapist-away = Bis { $until } abwesend.
state-therapist-away-ahead = Von { $start } bis { $until } abwesend.
