// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LIBPQ_FE_H
#define LIBPQ_FE_H
#include <stddef.h>
extern "C" {
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef unsigned int Oid;
typedef enum { CONNECTION_OK, CONNECTION_BAD } ConnStatusType;
typedef enum {
  PGRES_EMPTY_QUERY,
  PGRES_COMMAND_OK,
  PGRES_TUPLES_OK
} ExecStatusType;
typedef enum { PQPING_OK, PQPING_REJECT } PGPing;

PGconn *PQconnectStart(const char *conninfo);
int PQconnectPoll(PGconn *conn);
PGconn *PQconnectdb(const char *conninfo);
PGconn *PQconnectdbParams(const char *const *keywords,
                          const char *const *values, int expand_dbname);
PGconn *PQsetdbLogin(const char *pghost, const char *pgport,
                     const char *pgoptions, const char *pgtty,
                     const char *dbName, const char *login, const char *pwd);
PGPing PQping(const char *conninfo);
void PQfinish(PGconn *conn);
void PQreset(PGconn *conn);
ConnStatusType PQstatus(const PGconn *conn);
char *PQerrorMessage(const PGconn *conn);
int PQsocket(const PGconn *conn);
PGresult *PQexec(PGconn *conn, const char *query);
PGresult *PQexecParams(PGconn *conn, const char *command, int nParams,
                       const Oid *paramTypes, const char *const *paramValues,
                       const int *paramLengths, const int *paramFormats,
                       int resultFormat);
PGresult *PQprepare(PGconn *conn, const char *stmtName, const char *query,
                    int nParams, const Oid *paramTypes);
PGresult *PQexecPrepared(PGconn *conn, const char *stmtName, int nParams,
                         const char *const *paramValues,
                         const int *paramLengths, const int *paramFormats,
                         int resultFormat);
int PQsendQuery(PGconn *conn, const char *query);
PGresult *PQgetResult(PGconn *conn);
int PQisBusy(PGconn *conn);
int PQconsumeInput(PGconn *conn);
int PQsetnonblocking(PGconn *conn, int arg);
int PQflush(PGconn *conn);
int PQgetCopyData(PGconn *conn, char **buffer, int async);
int PQputCopyEnd(PGconn *conn, const char *errormsg);
ExecStatusType PQresultStatus(const PGresult *res);
int PQntuples(const PGresult *res);
char *PQgetvalue(const PGresult *res, int tup_num, int field_num);
void PQclear(PGresult *res);
size_t PQescapeStringConn(PGconn *conn, char *to, const char *from,
                          size_t length, int *error);
}
#endif
