# Shared by scripts/deploy and scripts/destroy: a city's file, its account, and the state of its stacks. Source it after lib.sh.

# No pager, no colours, and no second try that hides a wrong credential for a minute.
export AWS_PAGER="" AWS_MAX_ATTEMPTS=${AWS_MAX_ATTEMPTS:-3}

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
touch "$WORK/facts"
PROBLEMS=()

problem() { PROBLEMS+=("$*"); }

stop_on_problems() { # WHAT: lists all problems and ends the script, if there are any
    [ ${#PROBLEMS[@]} -eq 0 ] && return
    say "$1 for ${#PROBLEMS[@]} reason(s):"
    printf ' - %s\n' "${PROBLEMS[@]}" >&2
    exit 1
}

fact() { # NAME: the value in the city's file, or its default
    sed -n "s/^$1=//p" "$WORK/facts"
}

read_city() { # FILE
    tool passby.operator.city.CheckCity "$1" >"$WORK/facts" 2>"$WORK/complaints" || true
    while IFS= read -r line; do problem "$line"; done <"$WORK/complaints"
    DEPLOYMENT=$(fact deployment)
    REGION=$(fact region)
    ACCOUNT=$(fact account)
}

ask() { # aws ARGUMENTS...: its answer in $ANSWER; on failure what it said in $COMPLAINT
    ANSWER=
    COMPLAINT=
    if ! ANSWER=$(aws "$@" --region "$REGION" --output text 2>"$WORK/said"); then
        COMPLAINT=$(grep -m 1 . "$WORK/said" || true)
        COMPLAINT=${COMPLAINT:-aws $1 $2 failed without an error message}
        COMPLAINT=${COMPLAINT%.}
        return 1
    fi
}

need() { # TOOL SENTENCE
    command -v "$1" >/dev/null || problem "$2"
}

check_credentials() { # whether the credentials are valid, and for the account that the file names
    if ! command -v aws >/dev/null || [ -z "$REGION" ]; then
        return 1
    elif ! ask sts get-caller-identity --query Account; then
        problem "AWS rejects your credentials: $COMPLAINT. Sign in (for example with 'aws sso login') or set AWS_PROFILE."
        return 1
    elif [ -n "$ACCOUNT" ] && [ "$ANSWER" != "$ACCOUNT" ]; then
        problem "You are signed in to account $ANSWER, but the city belongs to account $ACCOUNT."
        return 1
    fi
}

stack_status() { # STACK: its status in $ANSWER, NONE if there is no such stack
    ask cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' && return
    case "$COMPLAINT" in
        *"does not exist"*) ANSWER=NONE ;;
        *) return 1 ;;
    esac
}

output() { # STACK NAME
    ask cloudformation describe-stacks --stack-name "$1" --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" || true
    printf '%s' "$ANSWER"
}

await() { # STACK: waits until it no longer changes; its status is then in $ANSWER
    local round until
    for round in 1 2 3 4; do
        stack_status "$1" || return
        case "$ANSWER" in
            REVIEW_IN_PROGRESS) return ;;
            CREATE_IN_PROGRESS) until=stack-create-complete ;;
            DELETE_IN_PROGRESS) until=stack-delete-complete ;;
            *ROLLBACK*_IN_PROGRESS) until=stack-rollback-complete ;;
            *_IN_PROGRESS) until=stack-update-complete ;;
            *) return ;;
        esac
        say "$1 is in $ANSWER, from an earlier run or another user: waiting until it ends ..."
        # The next round reads how it ended; the waiter fails for everything but success.
        ask cloudformation wait "$until" --stack-name "$1" || true
    done
}

check_status() { # STACK STATUS: reports why the stack cannot be updated, if so
    case "$2" in
        ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED)
            problem "$1 is in $2: its first deployment failed, and CloudFormation cannot update a stack that never was complete. See why with" \
                "'aws cloudformation describe-stack-events --stack-name $1 --region $REGION', then delete it with" \
                "'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name $1 --region $REGION' and" \
                "'aws cloudformation delete-stack --stack-name $1 --region $REGION', and run this again."
            ;;
        UPDATE_ROLLBACK_FAILED)
            problem "$1 is in $2: an update failed, and so did its rollback. Repair what its events name, then run" \
                "'aws cloudformation continue-update-rollback --stack-name $1 --region $REGION', and run this again."
            ;;
        DELETE_FAILED)
            problem "$1 is in $2: deleting it failed. Its events say what prevents it; finish that deletion first."
            ;;
    esac
}
