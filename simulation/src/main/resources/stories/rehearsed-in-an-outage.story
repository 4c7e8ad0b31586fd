story     An operator rehearses in the middle of an outage
why       S11: a rehearsal says what a round would do; nothing comes of it, and it confirms nothing.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:16  rehearsal by hand
00:18  rehearsal by hand
00:22  rehearsal by hand
01:00  end

must      at most 2 mails per day
must      at most 1 restart per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:18  rehearsal: frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
00:30  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:30  mail: frigate: recovered
in all  2 mails, 1 restart
