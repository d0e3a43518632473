# What is saved, and what happens when saving is hard. Each text says what happened, what is safe, and what to do.

## Beside the thing being written

save-saving = Saving…
save-saved = Saved on this device
save-saved-slow = Stored; can take a minute to reach the disk
save-draft = Draft kept
save-memory = Kept only until you close this window
save-waiting = Not saved yet
save-follower = Kept as a draft. Continue here to save it.

## Space

storage-space-entries = Space for about { $n ->
    [one] { $n } more entry
   *[other] { $n } more entries
}
storage-space-used = { $used } of { $total } used
storage-over-half = More than half of the space is used. There is nothing to do yet.
storage-filling-title = Getting full
storage-filling-body = There is space for about { $n ->
    [one] { $n } more entry
   *[other] { $n } more entries
}. Save a backup file while there is room.
storage-nearly-full = Almost full
storage-older = Older entries
storage-older-hint = The store that opens quickest is small. Older entries can move to a larger one beside it, on this device too. You read, find and change them as before.
storage-older-filling = When it fills up
storage-older-filling-note = Entries older than two years move as soon as 60 % of the space is used.
storage-older-large = A large diary
storage-older-large-note = Only this month and the two before stay in the small store.
storage-older-here = Never move
storage-older-here-note = Everything stays in the small store, and what has moved comes back.
storage-older-moving = Moving. You can go on meanwhile.
storage-older-moved = { $n ->
    [one] One entry is in the larger store.
   *[other] { $n } entries are in the larger store.
} What is there is kept in one place only. Save a backup file from time to time.
storage-older-none = Nothing has moved.
storage-older-not-moved = Not everything could move just now. What did not is where it was, and nothing is lost. It goes on at the next start.
storage-unreached = Some older entries are in this browser’s larger store, which did not open this time. They are not shown here and not in a file now. Nothing is wrong with them: reload the page, or restart the browser.
storage-older-no-room = Not everything fits back into the small store. What does not is still in the larger one, safe and readable.
storage-import-no-room = There is not enough space to bring this file in. It needs { $needed }, and { $free } is free. Nothing was changed.

## The space is used up. The editor stays open behind this, untouched.

storage-full-title = Not saved yet
storage-full-body = This browser’s space for the diary is full. Your text is safe here and in a temporary store. Everything you saved before is safe too.
storage-full-body-here-only = This browser’s space for the diary is full, and this device is out of space too. Your text is still here on the screen. Everything you saved before is safe. Keep this window open until you have saved a file or copied your text.
storage-full-backup = Save backup file
storage-full-copy = Copy text
storage-full-copy-failed = The browser did not copy it. Save a backup file instead.
storage-full-copy-nothing = There are no words in what you changed last, so nothing was copied.
storage-full-retry = Try to save again
storage-full-move = Make room: move older entries
storage-full-none-older = Nothing more could move: what is left here is of the last three months.
storage-full-hint = “Make room” moves older entries into a larger store on this device. You read and change them as before, and can take it back in Settings. Or, once you have a backup file, put old years into a file of their own there, or delete what you no longer need and empty the bin. Then try again.

## Saving went wrong for another reason

storage-refused-title = Not saved yet
storage-refused-body = The browser would not store this just now. Your text is safe here as long as this window is open. Try again, or copy the text.

## Somebody cleared the browser's data while the app was open

cleared-open-title = Not saved yet
cleared-open-body = This browser’s data for { -app } was cleared while it was open. What you see in this window is still here. Save it as a file first. “Try to save again” puts what this window holds back into the browser.

## Another tab

other-tab-body = This diary is open in another tab.
other-tab-hint = You can read here. What you write is kept as a draft.
other-tab-not-saved = Not saved. Continue here first, then do it again.
other-tab-take = Continue here
other-tab-taking = One moment: the other tab is finishing its work.
moved-tab-title = Moved to the other tab
moved-tab-body = What you wrote here is kept. You can close this tab.
moved-tab-rest = Not everything that you changed here could be kept. Choose “Continue here” and look it over before you close this tab.
not-changed-other-tab = Nothing was changed, because this diary is open for writing in another tab. Choose “Continue here” at the top first.
not-changed-here = Nothing was changed, because this version may not change this diary.
not-changed-erasing = Nothing was changed, because erasing everything has not come to its end yet.
not-changed-no-store = Nothing was changed, because the browser no longer lets { -app } store anything here.
no-store-title = This browser no longer lets { -app } store anything here.
no-store-body = You can read what this window shows, but what you change now cannot be saved. Save a file, then close { -app } and open it again.
erasing-title = Everything is being erased
erasing-body = The browser has not confirmed yet that its second copy is gone. Until then nothing can be kept here, so please do not write yet. Close other tabs of { -app } and open it again.

## Nothing can be stored

memory-only-body = This browser does not let { -app } store anything. You can write, but it all goes when you close this window. Save a file before you leave.
memory-only-why = Usually this means a private window or blocked cookies. Open { -app } in an ordinary window, or allow this site to store data, to keep your diary.
memory-only-save = Save a file

## A part cannot be read

quarantine-title = One part of your diary cannot be read
quarantine-month = The part for { $month } is damaged. Nothing else is. Its bytes are kept untouched in case they can be read again.
quarantine-profile = The part with your people and own words is damaged. Your entries are not. Its bytes are kept untouched in case they can be read again.
quarantine-what = You can go on writing. New entries for that time are kept apart from the damaged part.
quarantine-look = See what can be done
quarantine-from-backup = Fill it in from a backup file
quarantine-save-raw = Save the unreadable part
quarantine-discard = Delete the unreadable part
quarantine-discard-title = Delete the unreadable part?
quarantine-discard-body = After this nobody can try to read it again. If you have not saved it as a file, do that first.
quarantine-discard-confirm = Delete it
quarantine-discarded = The unreadable part is deleted.
quarantine-not-discarded = It could not be deleted just now. Nothing has changed.
gone-month = The part for { $month } is gone: this browser’s data was cleared or lost. A backup file can bring it back.
gone-profile = The part with your people and own words is gone: this browser’s data was cleared or lost. A backup file can bring it back.
gone-discard = Stop looking for it
unreadable-title = Your diary cannot be read just now
unreadable-body = Not one part of it can be read. That is not how a damaged part looks, so nothing is touched: it is all still there. Close all tabs, open { -app } again while online, and it may be readable. You can save what is stored, as it is, now.
unreadable-save = Save what is stored
needs-newer-title = A newer version is needed
needs-newer-body = A newer version of { -app } wrote this diary in a way that this one cannot read. Nothing is lost and nothing is touched. Close all tabs and open { -app } again while online to get the newer version.
quarantine-mended = { $n ->
    [one] { $n } part was mended from the second copy. Nothing was lost.
   *[other] { $n } parts were mended from the second copy. Nothing was lost.
}

## At the start

recovered-title = The browser stopped suddenly last time
recovered-body = What had not reached the disk yet was brought back from the second copy. Nothing was lost.
cleared-title = There is no diary here any more
cleared-body = This browser’s data for { -app } was cleared. If you did that yourself, all is well. If not, and you have a backup file, you can bring your diary back.
cleared-back-title = Your diary was brought back
cleared-back-body = What this browser keeps for { -app } was gone: it was cleared, or had not reached the disk yet. All you wrote was brought back from the second copy.
cleared-part-title = A part of your diary is gone
cleared-part-body = This browser’s data for { -app } was cleared. What a second copy still held was brought back. If you have a backup file, it can bring back the rest.
cleared-restore = Bring it back from a file
cleared-start = Start afresh
newer-body = To keep it safe, this version will not change it. Close all tabs and open { -app } again while online to get the newer version. You can save the diary as a file now.
newer-save = Save as a file

## Protection against clearing by the browser

persist-yes = Protected from automatic clean-up: yes
persist-not-yet = Protected from automatic clean-up: not yet
persist-refused = Protected from automatic clean-up: not yet. The browser decides by itself, and may agree later, when you use { -app } more.
persist-ask = Ask the browser to protect it
persist-hint = Some browsers clear the data of sites that are not used for a while. This asks yours not to.
