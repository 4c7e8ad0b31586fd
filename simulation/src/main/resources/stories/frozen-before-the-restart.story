story     The process is frozen for an hour before it acts
why       F79: both clocks are asked right before the act, and an hour-old decision is not carried out.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:18  next round frozen for 1h before remediate
03:00  end

must      at most 1 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  round was frozen for 1h before remediate
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate-r4-20260101T001500Z-remediate-1 is not done: no time was left for it
00:20  mail: frigate: down
01:20  round says: no round for more than three intervals: failures are counted afresh
01:25  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
01:25  restart of frigate (restart)
01:30  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:35  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:35  mail: frigate: recovered
in all  2 mails, 1 restart
