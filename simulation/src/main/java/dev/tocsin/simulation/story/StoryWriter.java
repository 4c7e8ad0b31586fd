package dev.tocsin.simulation.story;

import dev.tocsin.incident.Policy;
import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.world.Event;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Spans;
import dev.tocsin.simulation.world.Witness;
import dev.tocsin.simulation.world.Workload;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes a story down as it is read. */
public final class StoryWriter {

  static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private StoryWriter() {}

  /** The whole text, which {@link StoryReader} reads back as an equal story. */
  public static String text(Story story) {
    List<String> lines = new ArrayList<>();
    lines.add("story     " + story.title());
    lines.add("why       " + story.why());
    lines.add("");
    lines.addAll(setting(story.setting()));
    lines.add("");
    lines.addAll(axis(story));
    if (!story.musts().isEmpty() || !story.calms().isEmpty()) {
      lines.add("");
    }
    for (Invariant must : story.musts()) {
      lines.add("must      " + must.name());
    }
    for (Calm calm : story.calms()) {
      lines.add("must      " + calm);
    }
    lines.add("");
    lines.add("seen");
    lines.addAll(story.seen());
    return String.join("\n", lines) + "\n";
  }

  private static List<String> setting(Setting setting) {
    List<String> lines = new ArrayList<>();
    lines.add("starts    " + START.format(setting.start()));
    lines.add("interval  " + Spans.text(setting.interval()));
    if (setting.witness() == Witness.REMEMBERS) {
      lines.add("cluster   remembers");
    }
    for (Workload workload : setting.workloads()) {
      lines.add("target    " + text(workload));
      Policy policy = workload.target().policy();
      if (!policy.equals(Policies.DEFAULT)) {
        lines.add("policy    " + Policies.text(policy));
      }
    }
    return lines;
  }

  private static String text(Workload workload) {
    String text = workload.name() + " on " + workload.node();
    if (!workload.startUp().isZero()) {
      text += ", starts in " + Spans.text(workload.startUp());
    }
    for (String other : workload.target().after()) {
      text += ", after " + other;
    }
    return text;
  }

  private static List<String> axis(Story story) {
    Instant start = story.setting().start();
    Axis axis = new Axis(start);
    for (Event event : story.events()) {
      axis.add(start.plus(event.at()), event.change().toString());
    }
    axis.add(start.plus(story.length()), "end");
    return axis.lines();
  }
}
