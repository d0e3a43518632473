# The frame: offline, update, install, keyboard, the plain page.

offline-note = You are offline. Everything works.
offline-ready = { -app } now works without a connection.
offline-trying = Trying again …
offline-setup-broken = { -app } could not finish getting ready for offline use. Your diary is safe. It will try again next time you open it online.
update-title = A new version is ready
update-body = Your text is kept. Updating takes a moment.
update-action = Update
update-later = Later
update-wait = Finish or save what you are writing first; then the update can begin.

## Install

install-title = Use it like an app
install-lead = Then { -app } has its own icon and window, opens without a connection, and the browser is less likely to clear it. On screen it is called only { -app }; nothing says what it is for.
install-action = Install
install-done = { -app } is installed.
install-android = In the browser’s menu, tap “Add to Home screen” or “Install app”.
install-ios = In Safari, tap Share, then “Add to Home Screen”.
install-ios-empty = The new icon opens with an empty diary, because Apple keeps the two apart. Save a backup file here first, then bring it in there.
install-mac = In Safari’s File menu, choose “Add to Dock”.
install-mac-empty = The new app may open with an empty diary, because Apple can keep the two apart. Save a backup file here first, then bring it in there.
install-desktop = Look for the install mark at the end of the address bar, or in the browser’s menu.
install-firefox = Firefox on a computer cannot install apps. A bookmark works just as well.
install-seven-days = Safari clears the data of websites that were not visited for seven days of use. An app on the home screen is spared.

## Keyboard

key-control = Ctrl
key-alt = Alt
key-h = H
key-enter = Enter
key-escape = Esc
keys-title = Keyboard shortcuts
keys-hint = They work when you are not typing.
keys-new = Check in
keys-search = Search
keys-today = Today
keys-diary = Diary
keys-people = People
keys-journey = Journey
keys-patterns = Patterns
keys-support = Support
keys-help = Show this list
keys-save = Save and close
keys-close = Close what is open
keys-hide = Hide the page
keys-leave = Leave at once
keys-undo = Undo the last change
keys-lock = Lock now, where there is a lock
