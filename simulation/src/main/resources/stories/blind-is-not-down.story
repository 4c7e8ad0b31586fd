story     Who cannot see says so, and nothing else
why       Rule 3: unknown is not unhealthy; after three in a row one mail, and one when sight has lasted.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:03  frigate unseen
01:03  frigate seen
02:00  end

must      at most 2 mails per day
must      at most 0 alerts per day
must      at most 0 restarts per day

seen
00:15  mail: frigate: cannot be seen
01:05  mail: frigate: can be seen again
in all  2 mails, 0 restarts
