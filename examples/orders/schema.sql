-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
-- The schema of both variants. It may be applied more than once.

CREATE TABLE IF NOT EXISTS orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer text NOT NULL,
  email text NOT NULL,
  sku text NOT NULL,
  quantity integer NOT NULL CHECK (quantity >= 0),
  total_cents bigint NOT NULL DEFAULT 0 CHECK (total_cents >= 0),
  note text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'paid', 'shipped', 'cancelled')),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS orders_by_status ON orders (status);
CREATE INDEX IF NOT EXISTS orders_by_customer ON orders (customer);
CREATE INDEX IF NOT EXISTS orders_by_day ON orders (created_at);

CREATE TABLE IF NOT EXISTS audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action text NOT NULL,
  order_id bigint NOT NULL REFERENCES orders,
  at timestamptz NOT NULL DEFAULT now()
);
