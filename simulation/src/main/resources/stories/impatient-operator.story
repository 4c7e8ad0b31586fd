story     An operator runs a round again and again
why       F78: a round that comes too soon confirms nothing.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:15  round by hand
00:16  round by hand
00:17  round by hand
00:18  frigate well
01:00  end

must      at most 0 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> HEALTHY, passed before the failure was confirmed: it answers
in all  0 mails, 0 restarts
