story     Killed after the restart was accepted
why       F08: it is looked for under its key, found, and not made again.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  restarting frigate does nothing
00:12  frigate sick
00:18  next round killed after remediate
01:00  end

must      at most 2 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  round was killed after remediate
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:30  mail: frigate: down
00:40  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
00:45  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:45  restart of frigate (restart)
00:55  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
in all  2 mails, 2 restarts
