# The first minutes. The check-in is the first screen; these cards come after the first save.

firstrun-welcome = This is { -app }, a private diary for what happens between you and other people, based on ideas from Interpersonal Therapy.
firstrun-welcome-hint = Start with one tap. Nothing leaves this device.
firstrun-step = { $n } of { $total }
firstrun-skip = Skip these cards

## Card 1

firstrun-where-title = Where this lives
firstrun-where-body = Your diary is in this browser, on this device, and nowhere else. There is no account. The people who made { -app } cannot read it. A watched device, a browser extension or a false copy of the app could.
firstrun-where-note = Someone who can use this device and this browser may be able to open it.

## Card 2

firstrun-keep-title = How to keep it
firstrun-keep-body = If the browser’s data is cleared, the diary goes with it, and a private window forgets it when you close it. Save a backup file now and then, and keep it somewhere safe.
firstrun-keep-action = See how to keep it
firstrun-keep-safari = On an iPhone, iPad or Mac, Safari may clear a website’s data after seven days of using Safari without opening it. Add { -app } to the home screen or Dock, or keep a backup file.

## Card 3

firstrun-hard-title = If things get hard
firstrun-hard-body = { -app } is not a doctor, a therapist or an emergency service. It cannot see or answer what you write. Support is one tap away on every page, with people who can.
firstrun-hard-action = Choose where I am
firstrun-finish = Go to my diary

## When it is not the right thing on its own

care-title = When to talk to a person first
care-body = Please find help from a person first, and use { -app } beside it if they agree, if any of these is true for you:
care-item-life = you think about ending your life, or you are hurting yourself
care-item-mind = you hear or believe things that others don’t, or you have times of very high energy with little sleep
care-item-body = you are losing weight fast, making yourself sick, or feel faint
care-item-care = you can hardly eat, get up or look after yourself
care-item-substances = alcohol or drugs are worrying you
care-item-safe = you are not safe with someone at home
care-item-age = you are under 18
care-item-birth = you gave birth lately and feel very unwell in your mind
care-show-help = Show me help
