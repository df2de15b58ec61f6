-- AlterTable
ALTER TABLE "users" ADD COLUMN     "password_change_due" BOOLEAN NOT NULL DEFAULT false;
