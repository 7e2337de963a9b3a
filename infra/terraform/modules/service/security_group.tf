resource "aws_security_group" "this" {
  name        = var.name
  description = "Tasks of ${var.name}"
  vpc_id      = var.place.vpc_id
}

# Outward addresses are guarded by the program itself, which acts on whatever systems its tenants name.
resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.this.id
  description       = "platforms, databases, AWS"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "target" {
  count                        = var.target == null ? 0 : 1
  security_group_id            = aws_security_group.this.id
  description                  = "the load balancer"
  ip_protocol                  = "tcp"
  from_port                    = var.target.port
  to_port                      = var.target.port
  referenced_security_group_id = var.target.security_group_id
}

resource "aws_vpc_security_group_ingress_rule" "peer" {
  for_each                     = toset([for port in var.peer_ports : tostring(port)])
  security_group_id            = aws_security_group.this.id
  description                  = "each other"
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.value)
  to_port                      = tonumber(each.value)
  referenced_security_group_id = aws_security_group.this.id
}

resource "aws_vpc_security_group_ingress_rule" "discovery" {
  count             = var.discovery == null ? 0 : 1
  security_group_id = aws_security_group.this.id
  description       = "other programs"
  ip_protocol       = "tcp"
  from_port         = var.discovery.port
  to_port           = var.discovery.port
  cidr_ipv4         = var.discovery.cidr
}
