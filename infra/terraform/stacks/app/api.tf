module "api" {
  source           = "../../modules/service"
  name             = "${local.name}-api"
  place            = local.place
  image            = var.images.backend
  size             = { cpu = var.services.api.cpu, memory = var.services.api.memory }
  tasks            = { min = var.services.api.min, max = var.services.api.max }
  port             = 7600
  health_command   = local.ready
  sidecars         = [local.proxy, local.collector]
  secrets          = local.secrets
  task_policy_json = data.aws_iam_policy_document.program.json
  log_days         = var.log_days

  environment = merge(local.environment, {
    GANGLION_ROLES = var.laboratory ? "api,lab" : "api"
    # the proxy beside it, which says who calls
    QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING = "true"
    QUARKUS_HTTP_PROXY_TRUSTED_PROXIES          = "127.0.0.1"
  })

  target = {
    group_arn         = aws_lb_target_group.this.arn
    container         = "proxy"
    port              = 8080
    security_group_id = local.network.load_balancer_security_group_id
  }

  depends_on = [aws_lb_listener_rule.this]
}

resource "aws_lb_target_group" "this" {
  name                          = "${local.name}-api"
  vpc_id                        = local.network.vpc_id
  target_type                   = "ip"
  port                          = 8080
  protocol                      = "HTTP"
  deregistration_delay          = 30
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    path                = "/ready"
    matcher             = "200"
    interval            = 5
    timeout             = 3
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_lb_listener_rule" "this" {
  listener_arn = local.network.listener_arn
  priority     = 10

  condition {
    host_header {
      values = [local.network.domain]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}
