# Copies in a folder: one file for each device.

folder-title = Copies in a folder
folder-note = Keep several devices in step, by a folder that you synchronise yourself
folder-lead = Each device keeps one file with everything in it, closed with a passphrase. Lay these files in a folder that your devices share: any cloud drive, Syncthing, or a stick. Whatever was written on one comes to the others, in any order. Where the same thing was changed in two places, both texts are kept.

folder-cannot = This browser lets no page keep a folder, so the copies go by hand here. Chrome, Edge and their like, on a computer or on Android, can do it by themselves.

## The folder that is kept up by itself

folder-own = A folder that is kept up by itself
folder-own-hint = Choose a folder on this device that you synchronise. { -app } writes this device’s copy there half a minute after the last change, and when you come or go; at the same times it looks for what your other devices wrote. In that folder it reads only files called notes-….age, and writes only its own.
folder-key-plain = So that this goes by itself, the passphrase of the folder is kept on this device as the diary is: readable, since there is no lock. It is in no backup and no copy.
folder-key-sealed = So that this goes by itself, the passphrase of the folder is kept on this device as the diary is: behind your lock. It is in no backup and no copy.
folder-choose = Choose a folder
folder-new = No copies lie here yet. Choose one passphrase for all your devices.
folder-known = Copies of other devices lie here. They open with the passphrase of the folder.
folder-begin = Use this folder
folder-beginning = Making the first copy and opening it once to check…
folder-devices = { $n ->
    [one] { $n } device in this folder
   *[other] { $n } devices in this folder
}
folder-state-today = Last copy: today { $time } · { $devices }
folder-state = Last copy: { $day } { $time } · { $devices }
folder-state-none = No copy of this device yet · { $devices }
folder-own-name = This device’s copy:
folder-now = Look and copy now
folder-working = Looking…
folder-resting = Copies rest until you allow the folder again.
folder-allow = Allow the folder
folder-came = { $n ->
    [one] { $n } thing came from your other devices.
   *[other] { $n } things came from your other devices.
}
folder-met = { $n ->
    [one] In { $n } entry two texts met: the later one stands, the other is kept with it as an earlier version.
   *[other] In { $n } entries two texts met: the later ones stand, the others are kept with them as earlier versions.
}
folder-look = Look
folder-undone = Taken out again. Where something here had been changed, what you had counts as the later text from now on, on your other devices too. What was new comes back when the other device writes something, unless you stop using the folder.
folder-stop = Stop using this folder
folder-stop-body = { -app } forgets the folder and its passphrase. The files in it stay as they are; delete them there if you do not want them any more.
folder-stop-action = Stop using it

## What is in the way. Nothing is lost by any of it.

folder-gone = The folder is not there any more, or the browser has forgotten which one it was. Your diary is as it was. Stop using this folder, and choose it again.
folder-full = There is no space left where the folder lies, so the last copy stays as it was. Your diary is complete here. Make room there; then it goes on.
folder-read-only = Nothing can be written in this folder, so the last copy stays as it was. Your diary is complete here. See whether the folder is protected or in use, or choose another.
folder-no-means = This browser cannot keep the folder, or lets nothing work beside the page. Your diary is as it was. The copies still go by hand, below.
folder-no-memory = This device has not enough free memory for that now. Your diary is as it was. Close other tabs and apps; it is tried again with the next change.
folder-not-same = A copy did not open to what was put in, so it does not count. Your diary is as it was. It is tried again with the next change.
folder-no-room = What is new in the folder needs more space than this browser has left, so it was not brought in. It stays in the folder. Make room under “Space”.
folder-not-whole = Part of your diary cannot be read here just now, so this device’s copy stays as it was: it may hold what is missing. What your other devices wrote still comes in. See “Keeping your diary” for what cannot be read.
folder-not-writer = Another tab keeps the folder in step. Go on in that one, or close it first.
folder-not-now = It was not possible just now. Nothing is lost; it is tried again with the next change.
folder-unread = Files that are not read
folder-unread-wrong = It opens with another passphrase. It is left as it is.
folder-unread-damaged = It is not whole yet, or was changed on its way. It is read as soon as another state of it is there.
folder-unread-foreign = It is no copy of { -app }, and is left as it is.
folder-unread-newer = A newer version of { -app } made it. Reload here to get that version.
folder-unread-much = It is larger than any copy of { -app }, or asks for more work. It is left as it is.

## By hand

folder-by-hand = By hand
folder-ask = These files open with a passphrase, one for all.

folder-save = Save this device’s copy
folder-save-hint = Put this file into the folder, in place of an older one with that name:
folder-save-action = Save the copy
folder-passphrase = The passphrase of the folder
folder-passphrase-hint = The same on all your devices, at least ten characters. Without it nobody can open the copies, you included.
folder-others = Bring in the others
folder-others-hint = Choose the files of your other devices, all at once if you like. What you have stays; what is new is added. The same file twice adds nothing.
folder-others-choose = Choose files
folder-others-drop = or drop them here
folder-preview-title = What is in these files
folder-left-out = Left out
folder-left-out-safe = Nothing else is held up by that, and nothing was changed in these files.
