terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # told at `terraform init`, by env/<environment>/backend.hcl
  backend "s3" {}
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { project = "ganglion", environment = var.environment, stack = "data" }
  }
}

data "terraform_remote_state" "network" {
  backend = "s3"
  config  = { bucket = var.state_bucket, region = var.region, key = "${var.environment}/network.tfstate" }
}

locals {
  name    = "ganglion-${var.environment}"
  network = data.terraform_remote_state.network.outputs.network
}
