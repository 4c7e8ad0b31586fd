story     The round is killed after the mail was accepted
why       F06: the outcome was never written down; the mail may repeat once, as the same mail.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:03  node still-fawn down
00:08  next round killed after tell
01:00  end

must      at most 2 mails per day

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:10  round was killed after tell
00:10  mail: frigate: down
00:20  mail: frigate: down
in all  2 mails, 0 restarts
