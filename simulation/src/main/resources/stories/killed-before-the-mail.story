story     Killed between writing down and mailing
why       F04: what was written down is told by a later round.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:12  frigate sick
00:18  next round killed before tell
01:30  end

must      told within 30 minutes
must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  round was killed before tell
00:30  mail: frigate: down
in all  1 mail, 0 restarts
