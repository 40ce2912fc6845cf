-- The requests in the file ASKS, each in turn: a path, and the tag that the sender has already, if any.
local requests, last = {}, 0

function init()
  for line in io.lines(os.getenv("ASKS")) do
    local path, tag = line:match("^(%S+) (.*)$")
    requests[#requests + 1] = wrk.format("GET", path, tag ~= "" and { ["If-None-Match"] = tag } or nil)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end
