story     A relapse is the same incident
why       It passed, was not yet trusted, and failed again: nobody is told a second time.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:03  frigate sick
00:13  frigate well
00:18  frigate sick
00:48  frigate well
01:30  end

must      at most 2 mails per day
must      told within 10 minutes

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:10  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:10  mail: frigate: down
00:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
00:20  frigate RECOVERED -> ALERTED, no remediation is configured: it answers badly
00:50  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:00  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r2-20260101T000500Z is over
01:00  mail: frigate: recovered
in all  2 mails, 0 restarts
