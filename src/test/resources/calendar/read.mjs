// What ical.js makes of a calendar: one event a line, as JSON. A time is told as the instant it stands for.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const told = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());

for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  console.log(
    JSON.stringify({
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
      summary: event.summary,
      description: event.description,
      location: event.location ?? "",
      url: component.getFirstPropertyValue("url"),
      start: told(event.startDate),
      end: component.hasProperty("dtend") ? told(event.endDate) : "",
    }),
  );
}
