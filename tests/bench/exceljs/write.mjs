// The workbook as somebody would script it with ExcelJS's stream writer: the messages of a file of JSON Lines, a row
// each, in the columns that leadway-bench writes. It reads nothing back, counts nothing and escapes nothing, so it has
// less to do than we have. Arguments: the messages, the workbook.

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import ExcelJS from "exceljs";

const [messages, path] = process.argv.slice(2);

const date = (text) => (text ? new Date(text) : undefined);
const several = (items, separator) => (Array.isArray(items) ? items.join(separator) : items);
const urls = (message) => [...(message.attachments ?? []), ...(message.files ?? [])].map((file) => file.url ?? file);
const moment = { numFmt: "yyyy-mm-dd hh:mm:ss" };

const columns = [
    ["Date (UTC)", (m) => date(m.dateAdded), moment],
    ["Channel", (m) => m.messageType],
    ["Direction", (m) => m.direction],
    ["Type", (m) => m.messageType],
    ["Contact id", (m) => m.contactId],
    ["Conversation id", (m) => m.conversationId],
    ["Message", (m) => m.body],
    ["Status", (m) => m.status],
    ["Source", (m) => m.source],
    ["From", (m) => m.from],
    ["To", (m) => several(m.to, ", ")],
    ["Attachments", (m) => several(urls(m), "\n")],
    ["Call seconds", (m) => m.meta?.callDuration ?? m.meta?.call?.duration],
    ["Call status", (m) => m.meta?.callStatus ?? m.meta?.call?.status],
    ["User id", (m) => m.userId],
    ["Content type", (m) => m.contentType],
    ["Updated (UTC)", (m) => date(m.dateUpdated), moment],
    ["Message id", (m) => m.id],
    ["Location id", (m) => m.locationId],
    ["Type code", (m) => m.messageType],
];

const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
const sheet = workbook.addWorksheet("Messages", { views: [{ state: "frozen", ySplit: 1 }] });
sheet.columns = columns.map(([header, , style]) => ({ header, width: 22, style: style ?? {} }));
sheet.getRow(1).font = { bold: true };
sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
let count = 0;
for await (const line of createInterface({ input: createReadStream(messages) })) {
    const message = JSON.parse(line);
    sheet.addRow(columns.map(([, value]) => value(message))).commit();
    ++count;
}
await workbook.commit();
console.log(JSON.stringify({ messages: count }));
