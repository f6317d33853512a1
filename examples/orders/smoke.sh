#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Runs the fixed order service for real: usage: smoke.sh PATH/TO/orders-fixed
# Starts a PostgreSQL of its own in a scratch folder, and the service on a free loopback port, and stops both.
# Without PostgreSQL's initdb only what needs no database is checked. Needs bash and curl. Exit status: 0 or 1.
set -u

binary=${1:?usage: smoke.sh PATH/TO/orders-fixed}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/orders-smoke.XXXXXX") || exit 1
service_pid='' postgres_started='' failures=0 checks=0

as_postgres() {
  if [[ $(id -u) == 0 ]]; then (cd "$scratch" && runuser -u postgres -- "$@"); else "$@"; fi
}

stop_everything() {
  if [[ -n $service_pid ]]; then
    kill -KILL "$service_pid" 2>/dev/null
    wait "$service_pid" 2>/dev/null
  fi
  if [[ -n $postgres_started ]]; then
    as_postgres "$pg_bin/pg_ctl" -D "$scratch/db" -m immediate -w -t 20 stop >/dev/null 2>&1
  fi
  rm -rf "$scratch"
}
trap stop_everything EXIT
trap 'exit 1' INT TERM HUP

check() { # NAME EXPECTED ACTUAL
  checks=$((checks + 1))
  if [[ $2 != "$3" ]]; then
    failures=$((failures + 1))
    printf 'FAILED: %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
  fi
}

give_up() {
  printf 'FAILED: %s\n' "$1"
  tail -n 20 "$scratch"/*.log 2>/dev/null
  exit 1
}

# Sets `status` and `body`.
request() { # METHOD PATH [CURL ARGUMENTS]
  local method=$1 path=$2
  shift 2
  status=$(curl -sS --path-as-is --max-time 15 -o "$scratch/body" -w '%{http_code}' -X "$method" "$@" "$url$path" 2>>"$scratch/curl.log")
  body=$(tr -d '\0' <"$scratch/body" 2>/dev/null)
}

expect() { # NAME STATUS METHOD PATH [CURL ARGUMENTS]
  local name=$1 wanted=$2
  shift 2
  request "$@"
  check "$name" "$wanted" "$status"
}

without_time() { sed -E 's/"created_at":"[^"]*",//'; }

start_postgres() {
  local tool attempt
  if [[ $(id -u) == 0 ]]; then
    id postgres >/dev/null 2>&1 && command -v runuser >/dev/null || return 1
  fi
  tool=$(command -v initdb || ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
  [[ -n $tool ]] || return 1
  pg_bin=$(dirname "$(readlink -f "$tool")")
  mkdir "$scratch/db" && chmod 755 "$scratch" && chmod 700 "$scratch/db"
  [[ $(id -u) != 0 ]] || chown postgres "$scratch/db"
  as_postgres "$pg_bin/initdb" -D "$scratch/db" -U orders -A trust --no-sync --locale=C -E UTF8 \
    >"$scratch/initdb.log" 2>&1 || give_up "initdb"
  postgres_started=yes # or tried: stop it in any case
  for attempt in {1..10}; do
    db_port=$((20000 + RANDOM % 30000))
    if as_postgres "$pg_bin/pg_ctl" -D "$scratch/db" -l "$scratch/db/postgres.log" -w -t 30 \
      -o "-p $db_port -k $scratch/db -c listen_addresses=localhost -c fsync=off" start >"$scratch/pg_ctl.log" 2>&1; then
      "$pg_bin/psql" -X -q -h localhost -p "$db_port" -U orders -d postgres -c 'CREATE DATABASE orders' \
        >"$scratch/psql.log" 2>&1 || give_up "create database"
      sql -f "$here/schema.sql" >"$scratch/psql.log" 2>&1 || give_up "apply the schema"
      return 0
    fi
  done
  give_up "start PostgreSQL"
}

sql() { "$pg_bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h localhost -p "$db_port" -U orders -d orders "$@"; }

start_service() { # CONNINFO
  local attempt
  cat >"$scratch/pdf" <<'EOF'
#!/bin/sh
sleep 1
printf '%%PDF '
cat "$1"
EOF
  cat >"$scratch/scan" <<'EOF'
#!/bin/sh
! grep -q VIRUS "$1"
EOF
  chmod +x "$scratch/pdf" "$scratch/scan"
  cat >"$scratch/config.json" <<EOF
{"data_dir": "$scratch/data", "pdf_command": "$scratch/pdf", "scan_command": "$scratch/scan",
 "mail_command": "cat >>$scratch/mail.txt"}
EOF
  ORDERS_CONFIG=$scratch/config.json "$binary" --port 0 --db "$1" >"$scratch/out.log" 2>"$scratch/service.log" </dev/null &
  service_pid=$!
  for attempt in {1..100}; do
    url=$(sed -n 's|^listening on |http://|p' "$scratch/out.log")
    [[ -z $url ]] || return 0
    kill -0 "$service_pid" 2>/dev/null || break
    sleep 0.1
  done
  give_up "the service does not start"
}

milliseconds() { date +%s%3N; }

# Waits for the end of the service; sets `code` and `took`.
terminate_service() {
  local begin attempt watchdog
  begin=$(milliseconds)
  kill -TERM "$service_pid"
  (
    for attempt in {1..100}; do
      sleep 0.1
      kill -0 "$service_pid" 2>/dev/null || exit 0
    done
    kill -KILL "$service_pid"
  ) &
  watchdog=$!
  wait "$service_pid"
  code=$?
  took=$(($(milliseconds) - begin))
  service_pid=''
  wait "$watchdog"
}

check_without_database() {
  expect "no database: health" 503 GET /healthz
  expect "no database: orders" 503 GET /orders
  expect "no such path" 404 GET /nothing
  expect "wrong method" 405 DELETE /orders
  expect "broken escape" 400 GET /orders/%zz
  expect "body is no JSON" 400 POST /orders -d '{'
  expect "missing fields" 422 POST /orders -d '{}'
  expect "id is no number" 400 GET /orders/abc
  expect "metrics" 200 GET /metrics
}

check_orders() {
  expect "health" 200 GET /healthz
  expect "create" 201 POST /orders -d '{"customer":"Ada <Shop>","email":"ada@example.org","sku":"A-1","quantity":2,"total_cents":4205,"note":"ring"}'
  check "created order" '{"customer":"Ada <Shop>","email":"ada@example.org","id":1,"note":"ring","quantity":2,"sku":"A-1","status":"pending","total_cents":4205}' \
    "$(without_time <<<"$body")"
  expect "patch one field" 200 PATCH /orders/1 -d '{"note":"ring twice"}'
  expect "read it back" 200 GET /orders/1
  check "the other fields are kept" '{"customer":"Ada <Shop>","email":"ada@example.org","id":1,"note":"ring twice","quantity":2,"sku":"A-1","status":"pending","total_cents":4205}' \
    "$(without_time <<<"$body")"
  expect "patch to the empty text" 200 PATCH /orders/1 -d '{"note":""}'
  check "the empty text" '' "$(sql -c 'SELECT note FROM orders WHERE id = 1')"
  expect "patch: no such order" 404 PATCH /orders/999 -d '{"note":"x"}'
  expect "patch: nothing" 422 PATCH /orders/1 -d '{}'
  expect "patch: unknown field" 422 PATCH /orders/1 -d '{"id":5}'
  expect "patch: wrong type" 422 PATCH /orders/1 -d '{"quantity":"two"}'
  expect "patch: not JSON" 400 PATCH /orders/1 -d 'note=x'
  expect "patch: not allowed yet" 409 PATCH /orders/1 -d '{"status":"shipped"}'
  expect "patch: allowed" 200 PATCH /orders/1 -d '{"status":"paid"}'
  expect "get: no such order" 404 GET /orders/999
  expect "create: too large" 413 POST /orders -d "{\"note\":\"$(printf '%070000d' 0)\"}"
  expect "list" 200 GET '/orders?status=paid&sort=customer&limit=5'
  check "list has the order" 1 "$(grep -c '"id":1,' <<<"$body")"
  expect "list: injection by status" 422 GET "/orders?status=x'%20OR%20'1'='1"
  expect "list: injection by sort" 422 GET '/orders?sort=id;DROP%20TABLE%20orders'
  expect "list: limit" 422 GET '/orders?limit=0'
}

check_attachments() {
  head -c 3000000 /dev/urandom >"$scratch/photo.png"
  truncate -s 40M "$scratch/huge.bin"
  printf 'a VIRUS' >"$scratch/bad.txt"
  expect "upload" 201 PUT /orders/1/attachments/photo.png --data-binary "@$scratch/photo.png"
  check "uploaded bytes" same "$(cmp -s "$scratch/photo.png" "$scratch/data/attachments/1-photo.png" && echo same)"
  expect "upload in chunks" 201 PUT /orders/1/attachments/again.png -H 'Transfer-Encoding: chunked' --data-binary "@$scratch/photo.png"
  check "uploaded chunks" same "$(cmp -s "$scratch/photo.png" "$scratch/data/attachments/1-again.png" && echo same)"
  expect "upload: refused by the scanner" 422 PUT /orders/1/attachments/bad.txt --data-binary "@$scratch/bad.txt"
  expect "upload: too large" 413 PUT /orders/1/attachments/huge.bin --data-binary "@$scratch/huge.bin"
  expect "upload: name" 422 PUT /orders/1/attachments/..%2Fx --data-binary x
  expect "upload: no such order" 404 PUT /orders/999/attachments/x.txt --data-binary x
  check "only complete and clean files" '1-again.png 1-photo.png' "$(ls -A "$scratch/data/attachments" | sort | tr '\n' ' ' | sed 's/ $//')"
  check "no parts" '' "$(ls -A "$scratch/data/parts")"
}

check_reports() {
  local today invoice
  today=$(sql -c "SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM orders WHERE id = 1")
  expect "daily report" 200 GET "/reports/daily/$today"
  check "daily report's content" 'id,total_cents 1,4205 sum,4205' "$(tr '\n' ' ' <<<"$body" | sed 's/ *$//')"
  expect "daily report: no such day" 422 GET /reports/daily/2023-02-29
  expect "customer report" 200 GET '/reports/customers/Ada%20%3CShop%3E'
  check "customer report's content" '{"orders":1,"total_cents":4205}' "$body"
  expect "customer report: injection" 404 GET "/reports/customers/x'%20OR%20'1'='1"

  curl -sS --max-time 15 -o "$scratch/invoice" "$url/orders/1/invoice" 2>>"$scratch/curl.log" &
  invoice=$!
  sleep 0.2 # the converter takes a second
  expect "other requests go on beside a slow one" 200 GET /healthz --max-time 0.6
  check "the slow one is still under way" yes "$(kill -0 "$invoice" 2>/dev/null && echo yes)"
  wait "$invoice"
  check "invoice" '%PDF <!doctype html><title>Invoice 1</title>|<p>Ada &lt;Shop&gt;: 2 x A-1, 42.05</p>|' "$(tr '\n' '|' <"$scratch/invoice")"
  expect "invoice: no such order" 404 GET /orders/999/invoice
}

check_the_rest() {
  local attempt
  expect "cancel" 204 DELETE /orders/1
  expect "cancel: no such order" 404 DELETE /orders/999
  expect "a cancelled order stays so" 409 PATCH /orders/1 -d '{"status":"paid"}'
  check "audit table" 'created updated' "$(sql -c 'SELECT DISTINCT action FROM audit ORDER BY action' | tr '\n' ' ' | sed 's/ $//')"
  check "audit file" "$(sql -c 'SELECT count(*) FROM audit')" "$(wc -l <"$scratch/data/audit.log" | tr -d ' ')"
  check "mail" 1 "$(grep -c '^To: ada@example.org$' "$scratch/mail.txt")"

  as_postgres "$pg_bin/pg_ctl" -D "$scratch/db" -m fast -w -t 20 stop >"$scratch/pg_ctl.log" 2>&1 || give_up "stop PostgreSQL"
  expect "the database goes away" 503 GET /healthz
  as_postgres "$pg_bin/pg_ctl" -D "$scratch/db" -l "$scratch/db/postgres.log" -w -t 30 \
    -o "-p $db_port -k $scratch/db -c listen_addresses=localhost -c fsync=off" start >"$scratch/pg_ctl.log" 2>&1 || give_up "restart PostgreSQL"
  expect "the database comes back" 200 GET /healthz
}

# An idle connection and an upload that stands still are what a shutdown must not wait for.
check_shutdown() {
  local authority=${url#http://} attempt
  local host=${authority%:*} port=${authority##*:}
  exec 3<>"/dev/tcp/$host/$port" 4<>"/dev/tcp/$host/$port"
  printf 'GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n' >&3
  printf 'PUT /orders/1/attachments/late.txt HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n%070000d' 0 >&4
  for attempt in {1..50}; do
    [[ -z $postgres_started || -n $(ls -A "$scratch/data/parts") ]] && break
    sleep 0.1
  done
  terminate_service
  exec 3>&- 4>&-
  check "exit status after SIGTERM" 0 "$code"
  check "stops within two seconds" yes "$( ((took < 2000)) && echo yes || echo "$took ms")"
  check "no part of a file stays" '' "$(ls -A "$scratch/data/parts")"
}

if start_postgres; then
  start_service "host=localhost port=$db_port dbname=orders user=orders"
  check_orders
  check_attachments
  check_reports
  check_the_rest
  check_shutdown
  check "sanitizers" '' "$(grep -E 'ERROR: |runtime error:' "$scratch/service.log")"
else
  echo "no initdb: only what needs no database is checked"
  start_service "host=127.0.0.1 port=1 dbname=orders user=orders"
  check_without_database
  check_shutdown
fi

[[ $failures == 0 ]] || tail -n 30 "$scratch/service.log"
echo "$checks checks, $failures failures"
[[ $failures == 0 ]]
