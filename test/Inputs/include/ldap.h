// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LDAP_H
#define LDAP_H
extern "C" {
typedef struct ldap LDAP;
typedef struct ldapcontrol LDAPControl;
struct berval;
#define LDAP_SUCCESS 0
#define LDAP_OPT_PROTOCOL_VERSION 0x0011

int ldap_initialize(LDAP **ldp, const char *uri);
int ldap_set_option(LDAP *ld, int option, const void *invalue);
int ldap_sasl_bind_s(LDAP *ld, const char *dn, const char *mechanism,
                     struct berval *cred, LDAPControl *sctrls[],
                     LDAPControl *cctrls[], struct berval **servercredp);
int ldap_unbind_ext_s(LDAP *ld, LDAPControl *sctrls[], LDAPControl *cctrls[]);
}
#endif
