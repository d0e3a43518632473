# The lock: a passphrase before everything that was written.

## Before it

lock-passphrase = Passphrase
lock-unlock = Unlock
lock-opening = Opening…
lock-by-code = Use the recovery code instead
lock-code = Recovery code
lock-code-hint = 28 letters and digits. Capitals, spaces and dashes make no difference.
lock-code-slip = There is a slip in this code. Compare it with what you wrote down.
lock-code-length = A recovery code has 28 letters and digits; this has { $n }.
lock-wrong = This does not open it. Check it and try again.
lock-tampered = This opens it, but something beside it was changed by another program, so it stays closed. The page rescue.html at this address saves what is stored; a backup can be brought in in another browser.
lock-no-memory = This device could not reserve the memory needed to open the diary. Close other tabs and try again. Your passphrase was not checked.
lock-no-worker = The browser stopped the work before the passphrase was checked. Reload this page and try again.
lock-no-random = This browser gives no random numbers, and without them nothing can be locked. Nothing was changed.
lock-too-soon = The last change of the lock is not safe on the disk yet. Leave { -app } open for about ten minutes, then try again. Nothing was changed.
lock-not-writer = This tab may not write now. Close the other tabs and try again. Nothing was changed.
lock-no-log = The browser’s safety copy does not answer. Close other tabs, reload this page and try again. Nothing is lost.
lock-no-store = The browser would not store this just now. Nothing is lost. Try again.
lock-newer = A newer version of { -app } wrote something here. Reload to get that version. Nothing was changed.

lock-erase-body = This removes everything of { -app } from this browser without opening it. It cannot be undone. What stays: files you saved, your copies in a folder, the browser’s history, and copies your device makes of itself.
lock-erase-sure = Nothing can bring it back. Erase it all?
lock-erase-again = Yes, erase everything
lock-interrupted = The page was hidden or locked before this was done, so it was not done. Nothing was changed.

## In place of it

lock-passing = One moment. Please leave this page open.
lock-passing-count = { $done } of { $total }
lock-passing-safe = If it is interrupted, nothing is lost; it goes on when you open { -app } again.
lock-halted-title = Not finished
lock-go-on = Go on
lock-elsewhere-title = The lock is being changed
lock-elsewhere = Another tab is changing the lock. This one shows nothing until that is done.
lock-look-again = Look again
lock-unusable-title = The diary cannot be unlocked here
lock-unusable = What belongs to the lock is damaged, or was made by a newer version. Nothing was changed, and nothing will be written. Save what is stored, as it is; then reload, or bring a backup into another browser.
lock-unusable-save = Download what is stored
lock-unusable-rescue = More ways to save it

## In Settings

lock-title = Lock
lock-note = A passphrase before everything you wrote
lock-lead = With a lock, everything you write is kept unreadable on this device. Opening it takes your passphrase, each time.
lock-does = What it protects
lock-does-1 = Someone who opens this browser, or who has a copy of its files, cannot read what you wrote: no words, no names, no dates, no counts.
lock-does-2 = There is no list of passphrases and no way round it, also for whoever made { -app }.
lock-not = What it does not
lock-not-1 = Someone who makes you tell the passphrase, or a program on this device that sees what you type or what is on the screen.
lock-not-2 = The time while it is open. Lock it when you go.
lock-not-3 = That { -app } is here, that it is locked, and about how much is stored. Your settings stay readable (looks, language, the place for Support, a break from tracking, what is switched on or off), the days of your last backup file and of a few reminders that were put away, the name of a folder that copies go to, and the staying-safe plan if you let it be read while locked. The browser’s history lists which pages were open, without a name.
lock-not-4 = Files you saved, and what was copied of this browser before.
lock-forget = If you forget the passphrase, nobody can open the diary again. A recovery code, which you can make afterwards, is the only other way in.
lock-memory-only = This browser stores nothing, so there is nothing to lock.
lock-first = New passphrase
lock-first-hint = At least ten characters. Several words are easier to keep than signs.
lock-turn-on = Turn the lock on
lock-turn-on-hint = Other tabs of { -app } close what they show. It takes a few seconds.
lock-working = Working on it…
lock-turned-on = The lock is on. Everything you wrote is kept unreadable now.
lock-turned-off = The lock is off. What you wrote is stored as before, readable on this device.
lock-new-key-done = The new key is in use. Copies made before do not open with what is here now.
lock-is-on = The lock is on.
lock-now = Lock now
lock-idle = Lock by itself after
lock-idle-hint = So long without a tap, a key or scrolling. It also locks when you hide or leave the page, half a minute after another tab or app covers it, and when the device was asleep. What you were typing is kept, and waits for you. Only words that could not be stored anywhere keep it open.
lock-plan = Show my staying-safe plan in Support while it is locked
lock-plan-hint = For an hour when typing a passphrase is too much. Anyone who opens this browser can then read the plan, with the names and numbers in it. Everything else stays unreadable.
lock-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
lock-present = Your passphrase
lock-change = Change the passphrase
lock-change-hint = Copies of this browser that were made before still open with the old one. “A new key” below helps against that from now on.
lock-change-by-code = You opened the diary with the recovery code. If the passphrase is forgotten, choose a new one now.
lock-change-action = Change it
lock-changed = The passphrase is changed.
lock-code-title = Recovery code
lock-code-none = There is none. Whoever finds a code can open the diary, so make one only if you have a safe place for it.
lock-code-there = There is one. It opens the diary without the passphrase.
lock-code-make = Make a recovery code
lock-code-new = Make another one
lock-code-write = Write it down by hand, or print this page. It is shown once, and it does not open anything before you have typed it back.
lock-code-print = Print
lock-code-back = Type the code here
lock-code-other = That is not the code above.
lock-code-use = Use this code
lock-code-made = The recovery code opens the diary now.
lock-code-remove = Take the code away
lock-code-removed = The code opens nothing any more.
lock-key-title = A new key
lock-key-body = Makes old copies of this browser useless for reading what you write from now on: everything is sealed anew. A recovery code no longer works afterwards.
lock-key-action = Use a new key
lock-off-title = Turn the lock off
lock-off-body = Everything you wrote is stored readable on this device again.
lock-off-action = Turn it off

## Choosing a passphrase, here and for files

secret-again = The same passphrase again
secret-short = That is shorter than ten characters.
secret-differ = The two are not the same.
secret-suggest = Suggest a passphrase
secret-suggest-hint = Seven words drawn by lot: one of about a thousand billion billion such phrases (70 bits). Write it down somewhere safe, then type it below.
secret-no-random = This browser gives no random numbers, so no words can be drawn here. Choose some yourself.
