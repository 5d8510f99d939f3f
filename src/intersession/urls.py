"""Every address. Who may open it is in portal/access.py; a test holds the two lists against each other."""

from django.urls import path, re_path

from intersession.demo import pages as demo
from intersession.portal import agreement_doors, law_pages, messages, own_keys, readers, settings_page, start
from intersession.portal.client import agreement
from intersession.portal.client import messages as client_pages
from intersession.portal.client import place
from intersession.portal.public import help, invited, leave, recover, setup, sign_in
from intersession.portal.therapist import agreements, clients, hours, inbox, inviting, meetings, thread

urlpatterns = [
    path("", start.start, name="start"),
    path("health", start.health, name="health"),
    path("demo", demo.people, name="demo"),
    path("demo/mail", demo.mail, name="demo-mail"),
    path("help", help.choose, name="help"),
    path("help/<slug:code>", help.place, name="help-place"),
    path("about/leaving", help.leaving, name="leaving"),
    path("leave", leave.leave, name="leave"),
    path("offline", help.offline, name="offline"),
    path("sw.js", help.service_worker, name="service-worker"),
    path("i/<slug:invitation_id>", invited.invited, name="invited"),
    path("i/<slug:invitation_id>/handle", invited.handle_free, name="invitation-handle"),
    path("i/<slug:invitation_id>/join", invited.join_invitation, name="invitation-join"),
    path("keys/mine", readers.readers, {"conv": ""}, name="readers-mine"),
    path("keys/<slug:conv>", readers.readers, name="readers"),
    path("clients", clients.clients, name="clients"),
    path("clients/invite", inviting.invite, name="client-invite"),
    path("clients/joins", inviting.joins, name="client-joins"),
    path("clients/<slug:relationship_id>", clients.client, name="client"),
    path("clients/<slug:relationship_id>/invite", inviting.invite_anew, name="client-invite-anew"),
    path("clients/<slug:relationship_id>/revoke", inviting.revoke, name="client-invitation-revoke"),
    path("clients/<slug:relationship_id>/confirm", inviting.confirm, name="client-confirm"),
    path("clients/<slug:relationship_id>/refuse", inviting.refuse, name="client-refuse"),
    path("clients/<slug:relationship_id>/sessions", meetings.set_one, name="session-set"),
    path("clients/<slug:relationship_id>/sessions/<slug:session_id>", meetings.move_one, name="session-move"),
    path(
        "clients/<slug:relationship_id>/sessions/<slug:session_id>/cancel",
        meetings.cancel_one,
        name="session-cancel",
    ),
    path("conversations/<slug:conv>/messages", messages.send, name="message-send"),
    path("conversations/<slug:conv>/messages/<slug:message>/open", messages.open_one, name="message-open"),
    path("conversations/<slug:conv>/statements", messages.state, name="statement-record"),
    path("messages", client_pages.messages, name="messages"),
    path("for-session", client_pages.for_session, name="for-session"),
    path("place", place.place, name="place"),
    path("place/<slug:stay>/end", place.ended, name="place-end"),
    path("place/<slug:stay>/resume", place.resumed, name="place-resume"),
    path("law", law_pages.places, name="law"),
    path("law/<slug:code>", law_pages.place, name="law-place"),
    path("inbox", inbox.inbox, name="inbox"),
    path("thread/<slug:relationship_id>", thread.thread, name="thread"),
    path("sync/<slug:conv>", messages.sync, name="sync"),
    path("sign-in", sign_in.page_of_sign_in, name="sign-in"),
    path("sign-in/state", sign_in.state, name="sign-in-state"),
    path("sign-in/salt", sign_in.salt, name="sign-in-salt"),
    path("sign-in/enter", sign_in.enter, name="sign-in-enter"),
    path("sign-out", sign_in.sign_out, name="sign-out"),
    path("setup/<str:token>", setup.page_of_setup, name="setup"),
    path("setup/<str:token>/second-factor", setup.second_factor, name="setup-second-factor"),
    path("setup/<str:token>/finish", setup.finish, name="setup-finish"),
    path("recover", recover.page_of_recover, name="recover"),
    path("recover/enter", recover.enter, name="recover-enter"),
    path("keys", own_keys.keys, name="keys"),
    path("vault", own_keys.vault, name="vault"),
    path("settings", settings_page.settings_page, name="settings"),
    path("settings/general", settings_page.general, name="settings-general"),
    path("settings/notices", settings_page.notices, name="settings-notices"),
    path("settings/ways", settings_page.new_way, name="settings-way-new"),
    path("settings/ways/<str:way>/remove", settings_page.way_removed, name="settings-way-remove"),
    path("settings/ways/<str:way>/enable", settings_page.way_enabled, name="settings-way-enable"),
    path("settings/logins/end-others", settings_page.others_ended, name="settings-logins-end-others"),
    path("settings/logins/<str:login>/end", settings_page.login_ended, name="settings-login-end"),
    path("settings/passphrase", own_keys.passphrase, name="settings-passphrase"),
    path("settings/second-factor/new", own_keys.new_second_factor, name="settings-second-factor-new"),
    path("settings/second-factor", own_keys.second_factor, name="settings-second-factor"),
    path("settings/recovery-code", own_keys.recovery_code, name="settings-recovery-code"),
    path("hours", hours.hours, name="hours"),
    path("hours/publish", hours.publish_file, name="hours-publish"),
    path("hours/frame.toml", hours.fetch, name="hours-file"),
    path("agreements", agreements.agreements, name="agreements"),
    path("agreements/<slug:relationship_id>", agreements.agreement, name="agreement-of"),
    path("agreements/<slug:relationship_id>/offer", agreements.offer, name="agreement-offer"),
    path("agreements/<slug:relationship_id>/reply", agreements.reply, name="agreement-reply"),
    path("agreements/<slug:relationship_id>/sign", agreements.signing, name="agreement-sign-therapist"),
    path("agreements/<slug:relationship_id>/print", agreements.printing, name="agreement-print-therapist"),
    path("agreement", agreement.agreement, name="agreement"),
    path("agreement/answer", agreement.clause_answer, name="agreement-answer"),
    path("agreement/narrow", agreement.narrowing, name="agreement-narrow"),
    path("agreement/sign", agreement.signing, name="agreement-sign"),
    path("agreement/print", agreement.printing, name="agreement-print"),
    path("agreement/withdraw", agreement.stopping, name="agreement-withdraw"),
    path("agreement-signatures", agreement_doors.signature, name="agreement-signature"),
    path(
        "agreement-files/<slug:agreement_id>.json", agreement_doors.document_file, name="agreement-document"
    ),
    re_path(
        r"^agreement-files/(?P<agreement_id>\w{26})-(?P<side>therapist|client)\.sig$",
        agreement_doors.signature_file,
        name="agreement-signature-file",
    ),
    re_path(
        r"^agreement-files/(?P<agreement_id>\w{26})-(?P<side>therapist|client)\.pgp$",
        agreement_doors.key_file,
        name="agreement-key-file",
    ),
]

handler404 = "intersession.portal.errors.not_found"
handler500 = "intersession.portal.errors.server_error"
