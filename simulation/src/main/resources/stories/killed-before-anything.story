story     Killed before it read anything
why       F01: a round that never was; the next one is as if nothing had happened.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:18  next round killed before load
01:00  end

must      at most 1 alerts per day
must      at most 1 restarts per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  round was killed before load
00:25  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:25  mail: frigate: down
00:25  restart of frigate (restart)
00:30  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
00:35  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:35  mail: frigate: recovered
in all  2 mails, 1 restart
