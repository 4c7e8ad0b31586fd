story     Taken out of the configuration in an outage, and put back
why       F48: its incident ends without a claim that it recovered; what it repaired still counts against its budget.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
target    mqtt on node-b

00:02  restarting frigate does nothing
00:12  frigate sick
00:40  frigate left out of the configuration
01:20  frigate in the configuration
02:30  frigate well
03:00  end

must      at most 2 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:30  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
00:35  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:35  restart of frigate (restart)
00:40  round says: no longer configured, closed: incident frigate-r4-20260101T001500Z
01:20  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
01:25  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:25  mail: frigate: down
01:25  restart of frigate (restart)
01:35  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
02:05  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
02:05  restart of frigate (restart)
02:15  frigate REMEDIATING -> ALERTED, failures are confirmed afresh before acting: 1 of 2
02:30  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:40  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r17-20260101T012000Z is over
02:40  mail: frigate: recovered
in all  3 mails, 4 restarts
