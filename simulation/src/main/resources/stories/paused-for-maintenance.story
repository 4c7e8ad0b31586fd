story     Paused for maintenance
why       Rule 15: a paused target is observed and left alone; afterwards failures are confirmed afresh.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  frigate paused for 2h
00:12  frigate sick
01:50  frigate well
03:00  end

must      at most 0 mails per day
must      at most 0 restarts per day

seen
in all  0 mails, 0 restarts
