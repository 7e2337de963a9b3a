variable "name" {
  description = "Of the service and all that belongs to it, e.g. ganglion-prod-worker."
  type        = string
}

variable "place" {
  description = "Where it runs."
  type = object({
    region       = string
    cluster_name = string
    cluster_arn  = string
    vpc_id       = string
    subnet_ids   = list(string)
    kms_key_arn  = string
  })
}

variable "image" {
  description = "The program's image, with a version or a digest."
  type        = string

  validation {
    condition     = can(regex("(:[^:/@]+|@sha256:[0-9a-f]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "An image is named with a version or a digest, and not with latest."
  }
}

variable "size" {
  description = "CPU units (1024 are one) and MiB of a task."
  type        = object({ cpu = number, memory = number })

  validation {
    condition     = contains([512, 1024, 2048, 4096, 8192], var.size.cpu) && var.size.memory >= 2 * var.size.cpu && var.size.memory <= 8 * var.size.cpu
    error_message = "Fargate takes 512 to 8192 CPU units, and for each two to eight MiB."
  }
}

variable "tasks" {
  description = "How many there are at least and at most."
  type        = object({ min = number, max = number })

  validation {
    condition     = var.tasks.min >= 1 && var.tasks.max >= var.tasks.min
    error_message = "There is at least one task, and max isn't below min."
  }
}

variable "port" {
  description = "Where the program listens."
  type        = number
}

variable "environment" {
  description = "What the program is told, by name."
  type        = map(string)
  default     = {}
}

variable "secrets" {
  description = "What it is told and nobody else may read: ARNs in Secrets Manager, by name; `ARN:key::` takes one key of a JSON object."
  type        = map(string)
  default     = {}
}

variable "command" {
  description = "Arguments of the image's entry point."
  type        = list(string)
  default     = []
}

variable "read_only" {
  description = "Whether the program has a read-only root file system, and a /tmp to write to, which its image declares as a volume."
  type        = bool
  default     = true
}

variable "health_command" {
  description = "Tells by its exit code whether the program is ready."
  type        = list(string)
}

variable "sidecars" {
  description = "Definitions of containers beside the program's, as ECS has them."
  type        = any
  default     = []
}

variable "task_policy_json" {
  description = "What the program may do in AWS; null: nothing."
  type        = string
  default     = null
}

variable "target" {
  description = "The load balancer's group it is reached by, the container and port there, and who reaches it; null: nobody does."
  type = object({
    group_arn         = string
    container         = string
    port              = number
    security_group_id = string
  })
  default = null
}

variable "peer_ports" {
  description = "Ports at which its tasks reach each other."
  type        = list(number)
  default     = []
}

variable "discovery" {
  description = "A private name for its tasks: the namespace, the name in it, and the port and networks it is reached at and from; null: none."
  type        = object({ namespace_id = string, name = string, port = number, cidr = string })
  default     = null
}

variable "cpu_percent" {
  description = "Average use of CPU that the number of tasks follows; null: it doesn't."
  type        = number
  default     = 60
}

variable "metric" {
  description = "A CloudWatch metric without dimensions whose maximum the number of tasks follows, and where it is to be; null: none."
  type        = object({ namespace = string, name = string, target = number })
  default     = null
}

variable "log_days" {
  description = "How long logs are kept."
  type        = number
  default     = 30
}

variable "stop_seconds" {
  description = "Between SIGTERM and SIGKILL; at most 120."
  type        = number
  default     = 60

  validation {
    condition     = var.stop_seconds >= 1 && var.stop_seconds <= 120
    error_message = "Fargate waits 120 seconds at most."
  }
}
