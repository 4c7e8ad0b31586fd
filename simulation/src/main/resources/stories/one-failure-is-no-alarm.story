story     One failure is no alarm
why       Rule 4: what passes again before it is confirmed is told to nobody.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:03  frigate sick
00:07  frigate well
01:00  end

must      at most 0 mails per day

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:10  frigate DEGRADED -> HEALTHY, passed before the failure was confirmed: it answers
in all  0 mails, 0 restarts
