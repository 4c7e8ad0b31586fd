story     One round with its clock two days ahead
why       F85: it releases no budget and ends no claim, for every limit needs rounds as well as time.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  restarting frigate does nothing
00:12  frigate sick
00:38  clock of the next round 2d ahead
04:00  end

must      at most 2 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:30  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
00:35  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:35  restart of frigate (restart)
00:40  round says: no round for more than three intervals: failures are counted afresh
00:50  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
01:25  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 3
01:25  restart of frigate (restart)
01:35  frigate REMEDIATING -> ALERTED, all attempts of this incident are spent: 3 attempts
01:35  mail: frigate: gave up
in all  2 mails, 3 restarts
