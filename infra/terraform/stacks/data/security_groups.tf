# Who runs in the private subnets reaches the databases; those let nobody in who has no password, and no one without TLS.
data "aws_subnet" "private" {
  for_each = toset(local.network.private_subnet_ids)
  id       = each.value
}

resource "aws_security_group" "postgres" {
  name        = "${local.name}-postgres"
  description = "Aurora PostgreSQL"
  vpc_id      = local.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "postgres" {
  for_each          = data.aws_subnet.private
  security_group_id = aws_security_group.postgres.id
  description       = "what runs"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv4         = each.value.cidr_block
}

resource "aws_security_group" "valkey" {
  name        = "${local.name}-valkey"
  description = "ElastiCache Valkey"
  vpc_id      = local.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "valkey" {
  for_each          = data.aws_subnet.private
  security_group_id = aws_security_group.valkey.id
  description       = "what runs"
  ip_protocol       = "tcp"
  from_port         = 6379
  to_port           = 6379
  cidr_ipv4         = each.value.cidr_block
}
