// The export as somebody would script it with the official SDK: one page after the other, a row for each message,
// the columns of our CSV for Excel. No order and no guard against formulas, so it has less to do than we have.
// Arguments: the server, the location, the file. The token comes in LEADWAY_TOKEN.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import sdk from "@gohighlevel/api-client";

const [server, locationId, path] = process.argv.slice(2);
const pageSize = 500;

const mailOf = (message) => message.meta?.email?.email ?? message.meta?.email;
const pageOf = ({ meta }) => meta?.ig?.ig ?? meta?.ig ?? meta?.fb?.fb ?? meta?.fb;
const local = (date) => date && new Date(date).toISOString().slice(0, 19).replace("T", " ");
const several = (items, separator) => (Array.isArray(items) ? items.join(separator) : items);
const urls = (message) => [...(message.attachments ?? []), ...(message.files ?? [])].map((file) => file.url ?? file);
const channels = { TYPE_SMS: "SMS", TYPE_EMAIL: "E-mail", TYPE_CALL: "Call", TYPE_WHATSAPP: "WhatsApp" };

const columns = [
    ["Date", (m) => local(m.dateAdded)],
    ["Channel", (m) => channels[m.messageType] ?? m.messageType],
    ["Direction", (m) => m.direction],
    ["Type", (m) => m.messageType],
    ["Contact id", (m) => m.contactId],
    ["Conversation id", (m) => m.conversationId],
    ["Message", (m) => m.body],
    ["Status", (m) => m.status],
    ["Source", (m) => m.source],
    ["Subject", (m) => m.subject ?? mailOf(m)?.subject],
    ["From", (m) => m.from ?? mailOf(m)?.from],
    ["To", (m) => several(m.to ?? mailOf(m)?.to, ", ")],
    ["Cc", (m) => several(m.cc ?? mailOf(m)?.cc, ", ")],
    ["Bcc", (m) => several(m.bcc ?? mailOf(m)?.bcc, ", ")],
    ["Attachments", (m) => several(urls(m), "\n")],
    ["Call seconds", (m) => m.meta?.callDuration ?? m.meta?.call?.duration],
    ["Call status", (m) => m.meta?.callStatus ?? m.meta?.call?.status],
    ["User id", (m) => m.userId],
    ["Error", (m) => m.error],
    ["Page", (m) => pageOf(m)?.page_name],
    ["Content type", (m) => m.contentType],
    ["Subtype", (m) => m.subType],
    ["Updated", (m) => local(m.dateUpdated)],
    ["Message id", (m) => m.id],
    ["Alternative id", (m) => m.altId],
    ["Thread id", (m) => m.threadId],
    ["E-mail message ids", (m) => several(mailOf(m)?.messageIds, "\n")],
    ["Conversation provider id", (m) => m.conversationProviderId],
    ["Chat widget id", (m) => m.chatWidgetId],
    ["Location id", (m) => m.locationId],
    ["Type number", (m) => m.type],
    ["Type code", (m) => m.messageType],
    ["Exact date (UTC)", (m) => m.dateAdded],
    ["Exact update (UTC)", (m) => m.dateUpdated],
];

function cell(value) {
    if (value === undefined || value === null) {
        return "";
    }
    const text = String(value);
    return /[",;\t\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const row = (cells) => cells.map(cell).join(",") + "\r\n";

const ghl = new sdk.HighLevel({ privateIntegrationToken: process.env.LEADWAY_TOKEN, rateLimitRetry: true });
ghl.getHttpClient().defaults.baseURL = server;

const file = createWriteStream(path);
const hash = createHash("sha256");
async function write(text) {
    hash.update(text);
    if (!file.write(text)) {
        await once(file, "drain");
    }
}

let messages = 0;
await write("\ufeff" + row(columns.map(([header]) => header)));
for (const channel of [undefined, "Email"]) {
    let cursor;
    do {
        const page = await ghl.conversations.exportMessagesByLocation({
            locationId,
            limit: pageSize,
            channel,
            cursor,
            sortBy: "createdAt",
            sortOrder: "desc",
        });
        messages += page.messages.length;
        await write(page.messages.map((message) => row(columns.map(([, value]) => value(message)))).join(""));
        cursor = page.nextCursor;
    } while (cursor);
}
file.end();
await once(file, "finish");
console.log(JSON.stringify({ messages, sha256: hash.digest("hex") }));
