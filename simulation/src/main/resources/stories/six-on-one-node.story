story     A node with six targets goes down
why       Rule 13: one cause, one mail, and one when it is over.

starts    2026-01-01 00:00
interval  5m
target    doubletake on still-fawn
target    frigate on still-fawn
target    grafana on still-fawn
target    influxdb on still-fawn
target    mosquitto on still-fawn
target    plex on still-fawn

00:12  node still-fawn down
01:01  node still-fawn up
02:00  end

must      at most 2 mails per day

seen
00:15  doubletake HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:15  grafana HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:15  influxdb HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:15  mosquitto HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:15  plex HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  doubletake DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  grafana DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  influxdb DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mosquitto DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  plex DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mail: doubletake, frigate, grafana, influxdb, mosquitto, plex: down
01:05  doubletake ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:05  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:05  grafana ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:05  influxdb ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:05  mosquitto ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:05  plex ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:10  doubletake RECOVERED -> HEALTHY, recovered: incident doubletake-r4-20260101T001500Z is over
01:10  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:10  grafana RECOVERED -> HEALTHY, recovered: incident grafana-r4-20260101T001500Z is over
01:10  influxdb RECOVERED -> HEALTHY, recovered: incident influxdb-r4-20260101T001500Z is over
01:10  mosquitto RECOVERED -> HEALTHY, recovered: incident mosquitto-r4-20260101T001500Z is over
01:10  plex RECOVERED -> HEALTHY, recovered: incident plex-r4-20260101T001500Z is over
01:10  mail: doubletake, frigate, grafana, influxdb, mosquitto, plex: recovered
in all  2 mails, 0 restarts
