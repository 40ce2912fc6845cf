// Reads deliveries as lines of JSON and says of each what the official library makes of it.
const { Webhook } = require("standardwebhooks");
const readline = require("node:readline");

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { secret, headers, body } = JSON.parse(line);
  try {
    const event = new Webhook(secret).verify(body, headers);
    console.log(`verified ${event.type}`);
  } catch (error) {
    console.log(error.message);
  }
});
