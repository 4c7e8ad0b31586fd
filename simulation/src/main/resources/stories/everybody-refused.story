story     The mail server refuses every recipient for good
why       F31, F32: what is refused for good is final for that mail; the next one is tried again.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail rejects
00:12  frigate sick
01:02  mail fine
01:12  frigate well
02:00  end

must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is rejected: 550 no such mailbox
00:20  round ended with exit code 4
01:15  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:20  mail: frigate: recovered
in all  1 mail, 0 restarts
